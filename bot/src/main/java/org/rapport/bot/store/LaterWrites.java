package org.rapport.bot.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that nobody waits for: many go into one transaction a moment later, and all are done
 * before a stop. They wait for a database that is away; a crash loses them.
 */
final class LaterWrites implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LaterWrites.class);
  private static final Duration MOMENT = Duration.ofMillis(250);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_WAITING = 20_000;

  /** A write and what is left undone without it. */
  private record Write(String what, HandleConsumer<RuntimeException> statements) {}

  private final Store store;
  private final Deque<Write> waiting = new ConcurrentLinkedDeque<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicBoolean due = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("later-writes").factory());

  LaterWrites(Store store) {
    this.store = store;
  }

  void add(String what, HandleConsumer<RuntimeException> statements) {
    if (size.incrementAndGet() > MOST_WAITING) {
      size.decrementAndGet();
      log.warn("Too many writes are waiting; left undone: {}", what);
      return;
    }
    waiting.add(new Write(what, statements));
    if (due.compareAndSet(false, true)) {
      try {
        writer.schedule(this::writeAll, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException stopped) {
        log.warn("Stopped already; left undone: {}", what);
      }
    }
  }

  /** Returns when all that was added before is written or given up. */
  void settle() {
    CompletableFuture.runAsync(this::writeAll, writer).join();
  }

  @Override
  public void close() {
    if (!writer.isShutdown()) {
      settle();
      writer.shutdown();
    }
  }

  private void writeAll() {
    due.set(false);
    List<Write> batch = next();
    while (!batch.isEmpty()) {
      try {
        write(batch);
      } catch (StoreAway away) {
        putBack(batch);
        return;
      }
      batch = next();
    }
  }

  /** Writes all; if one is refused, each by itself, so that it takes no other with it. */
  private void write(List<Write> batch) {
    try {
      run(batch);
    } catch (JdbiException refused) {
      for (Write write : batch) {
        Optional<Boolean> unused =
            store.attempt(
                write.what(),
                () -> {
                  run(List.of(write));
                  return true;
                });
      }
    }
  }

  private void run(List<Write> batch) {
    store.run(handle -> {
      for (Write write : batch) {
        write.statements().useHandle(handle);
      }
    });
  }

  private void putBack(List<Write> batch) {
    batch.reversed().forEach(waiting::addFirst);
    size.addAndGet(batch.size());
    if (!writer.isShutdown() && due.compareAndSet(false, true)) {
      writer.schedule(this::writeAll, BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private List<Write> next() {
    List<Write> batch = new ArrayList<>();
    while (batch.size() < MOST_AT_ONCE && waiting.peek() != null) {
      batch.add(waiting.remove());
      size.decrementAndGet();
    }
    return batch;
  }
}
