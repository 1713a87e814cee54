package org.rapport.bot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.rapport.bot.bench.Connection.Response;

/** Sends requests over eight connections and times every answer. */
final class Load {
  static final int CONNECTIONS = 8;

  private static final long SECOND = 1_000_000_000L;

  /**
   * What came of it.
   *
   * @param responses in the order of the requests
   * @param nanos how long each took
   * @param seconds how long all took
   */
  record Result(List<Response> responses, Percentiles nanos, double seconds) {
    double perSecond() {
      return responses.size() / seconds;
    }
  }

  private final int port;

  Load(int port) {
    this.port = port;
  }

  /** Each connection sends the next request as soon as it has its answer. */
  Result full(List<byte[]> requests) throws IOException, InterruptedException {
    return run(requests, 0);
  }

  /**
   * One request every so often, whether or not the earlier ones have been answered. Each is timed
   * from when it was due, so that waiting for a slow answer before it counts as well.
   *
   * @param perSecond requests a second
   */
  Result steady(List<byte[]> requests, int perSecond) throws IOException, InterruptedException {
    return run(requests, SECOND / perSecond);
  }

  private Result run(List<byte[]> requests, long apart) throws IOException, InterruptedException {
    Response[] responses = new Response[requests.size()];
    long[] nanos = new long[requests.size()];
    AtomicInteger next = new AtomicInteger();
    List<Connection> connections = new ArrayList<>();
    long start;
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(new Connection(port));
      }
      start = System.nanoTime();
      List<Future<?>> senders = new ArrayList<>();
      for (Connection connection : connections) {
        senders.add(
            threads.submit(() -> {
              for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long due = apart == 0 ? System.nanoTime() : start + i * apart;
                waitUntil(due);
                responses[i] = connection.send(requests.get(i));
                nanos[i] = System.nanoTime() - due;
              }
              return null;
            }));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("A request was not answered", failed.getCause());
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
    double seconds = (System.nanoTime() - start) / (double) SECOND;
    return new Result(List.of(responses), new Percentiles(nanos), seconds);
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
