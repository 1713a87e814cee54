package org.rapport.bot.channel.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Slack's end of Socket Mode on this machine: a WebSocket server (RFC 6455), text frames only. */
final class FakeSocket implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 0x81;
  private static final int TEXT_TO_BE_CONTINUED = 0x01;

  private final ServerSocket server;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();

  FakeSocket() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** What {@code apps.connections.open} says. */
  FakeSlack.Answer opened() {
    return FakeSlack.ok(
        "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + server.getLocalPort() + "/link\"}");
  }

  /** The next line that is opened. */
  Line next() {
    return polled(lines);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        lines.add(new Line(server.accept()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static <T> T polled(BlockingQueue<T> queue) {
    try {
      T next = queue.poll(1, TimeUnit.MINUTES);
      assertThat(next).as("something on the socket").isNotNull();
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One open line. */
  static final class Line {
    private final DataInputStream in;
    private final DataOutputStream out;
    private final BlockingQueue<JsonObject> acknowledged = new LinkedBlockingQueue<>();

    private Line(Socket socket) throws IOException {
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
      shakeHands();
      Thread.ofVirtual().start(this::listen);
    }

    /** Sends an envelope with a payload. */
    void send(String type, String id, JsonObject payload) {
      JsonObject envelope = new JsonObject();
      envelope.addProperty("type", type);
      envelope.addProperty("envelope_id", id);
      envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
      envelope.add("payload", payload);
      send(envelope.toString());
    }

    void send(String text) {
      write(TEXT, text.getBytes(UTF_8));
    }

    /** Begins a message and leaves it unfinished. */
    void sendPart(String text) {
      write(TEXT_TO_BE_CONTINUED, text.getBytes(UTF_8));
    }

    /** The next acknowledgement. */
    JsonObject next() {
      return polled(acknowledged);
    }

    private synchronized void write(int kind, byte[] bytes) {
      try {
        out.writeByte(kind);
        if (bytes.length < 126) {
          out.writeByte(bytes.length);
        } else if (bytes.length < 65_536) {
          out.writeByte(126);
          out.writeShort(bytes.length);
        } else {
          out.writeByte(127);
          out.writeLong(bytes.length);
        }
        out.write(bytes);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void shakeHands() throws IOException {
      String key = "";
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
          key = line.substring(line.indexOf(':') + 1).strip();
        }
      }
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accepted(key)
                  + "\r\n\r\n")
              .getBytes(UTF_8));
      out.flush();
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
        line.append((char) next);
      }
      return line.toString().strip();
    }

    private static String accepted(String key) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(hash);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private void listen() {
      try {
        while (true) {
          int kind = in.readUnsignedByte();
          byte[] bytes = frame();
          if (kind == TEXT) {
            acknowledged.add(JsonParser.parseString(new String(bytes, UTF_8)).getAsJsonObject());
          }
        }
      } catch (IOException ended) {
        // The bot went away.
      }
    }

    /** What a client sends is always masked. */
    private byte[] frame() throws IOException {
      int length = in.readUnsignedByte() & 0x7f;
      long bytes = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
      byte[] mask = in.readNBytes(4);
      byte[] masked = in.readNBytes(Math.toIntExact(bytes));
      for (int i = 0; i < masked.length; i++) {
        masked[i] ^= mask[i % 4];
      }
      return masked;
    }
  }
}
