package org.rapport.bot.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;

/**
 * One kept-alive HTTP/1.1 connection. Bare sockets, because the load generator shares the machine
 * with the server and must cost next to nothing.
 */
final class Connection implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  /** What came back. */
  record Response(int status, byte[] body) {}

  Connection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** Sends a whole request and waits for the whole response. */
  Response send(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Optional<Integer> length = Optional.empty();
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Optional.of(Integer.valueOf(header.substring(header.indexOf(':') + 1).strip()));
      }
    }
    int expected =
        length.orElseThrow(() -> new IOException("A response without Content-Length: " + status));
    byte[] body = in.readNBytes(expected);
    if (body.length < expected) {
      throw new EOFException("The server hung up within a response");
    }
    return new Response(status, body);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("The server hung up");
      }
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
