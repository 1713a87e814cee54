package org.rapport.bot.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A line to a server on this machine that can be cut and mended. While it is cut, whoever calls is
 * hung up on: its port stays its own.
 */
public final class CuttableLine implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;
  private final List<Socket> ends = new ArrayList<>();
  private boolean cut;
  private int requestsLeft = Integer.MAX_VALUE;

  private CuttableLine(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.startVirtualThread(this::listen);
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
    return listener.getLocalPort();
  }

  public synchronized void cut() {
    cut = true;
    ends.forEach(CuttableLine::close);
    ends.clear();
  }

  public synchronized void mend() {
    cut = false;
    requestsLeft = Integer.MAX_VALUE;
  }

  /**
   * Cuts the line right after a request has passed, so that its reply is lost.
   *
   * @param number which of the requests from now on, from 1
   */
  public synchronized void cutAfterRequest(int number) {
    requestsLeft = number;
  }

  private synchronized void countRequest() {
    if (--requestsLeft == 0) {
      cut();
    }
  }

  @Override
  public void close() {
    close(listener);
    cut();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        join(listener.accept());
      } catch (IOException closed) {
        // The loop ends, or the next caller is luckier.
      }
    }
  }

  private synchronized void join(Socket near) throws IOException {
    ends.add(near);
    if (cut) {
      cut();
      return;
    }
    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
    ends.add(far);
    pump(near, far, this::countRequest);
    pump(far, near, () -> {});
  }

  private static void pump(Socket from, Socket to, Runnable afterEach) {
    Thread.startVirtualThread(() -> {
      byte[] some = new byte[1 << 16];
      try (Closeable both = to) {
        for (int read = from.getInputStream().read(some);
            read >= 0;
            read = from.getInputStream().read(some)) {
          to.getOutputStream().write(some, 0, read);
          afterEach.run();
        }
      } catch (IOException cut) {
        // The line is cut.
      }
    });
  }

  private static void close(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
