package org.rapport.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A line to a server on this machine that can be cut and mended. */
public final class CuttableLine implements AutoCloseable {
  private final int target;
  private final int port;
  private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
  private ServerSocket listener;

  private CuttableLine(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = listener.getLocalPort();
    listen(listener);
  }

  public static CuttableLine to(int target) {
    try {
      return new CuttableLine(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of the near end. */
  public int port() {
    return port;
  }

  public void cut() {
    try {
      listener.close();
      for (Socket end : ends) {
        end.close();
      }
      ends.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void mend() {
    try {
      listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
      listen(listener);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
  }

  private void listen(ServerSocket from) {
    Thread.startVirtualThread(() -> {
      try {
        while (true) {
          join(from.accept());
        }
      } catch (IOException cut) {
        // The line is cut.
      }
    });
  }

  private void join(Socket near) throws IOException {
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    ends.add(near);
    ends.add(far);
    pump(near, far);
    pump(far, near);
  }

  private static void pump(Socket from, Socket to) {
    Thread.startVirtualThread(() -> {
      try (Closeable both = to) {
        from.getInputStream().transferTo(to.getOutputStream());
      } catch (IOException cut) {
        // The line is cut.
      }
    });
  }
}
