package org.rapport.bot.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.HandleConsumer;
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
    if (writer.isShutdown()) {
      log.warn("Stopped already; left undone: {}", what);
      return;
    }
    if (size.incrementAndGet() > MOST_WAITING) {
      size.decrementAndGet();
      log.warn("Too many writes are waiting; left undone: {}", what);
      return;
    }
    waiting.add(new Write(what, statements));
    writeAfter(MOMENT);
  }

  /** Returns when all that was added before is written or given up. */
  void settle() {
    CompletableFuture.runAsync(this::writeAll, writer).join();
  }

  @Override
  public void close() {
    if (!writer.isShutdown()) {
      settle();
      writer.shutdownNow();
      if (size.get() > 0) {
        log.warn("Stopped with {} writes left undone", size.get());
      }
    }
  }

  private void writeAfter(Duration pause) {
    if (due.compareAndSet(false, true)) {
      try {
        writer.schedule(this::writeAll, pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException stopped) {
        log.warn("Stopped with {} writes left undone", size.get());
      }
    }
  }

  private void writeAll() {
    due.set(false);
    Deque<Write> batch = next();
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

  /**
   * Writes all; if one fails, each by itself, so that it takes no other with it.
   *
   * @param batch if the database is away, what is left of it is not written
   */
  private void write(Deque<Write> batch) {
    try {
      run(batch);
    } catch (StoreAway away) {
      throw away;
    } catch (RuntimeException failed) {
      while (!batch.isEmpty()) {
        writeAlone(batch.element());
        batch.remove();
      }
    }
  }

  private void writeAlone(Write write) {
    try {
      run(List.of(write));
    } catch (StoreAway away) {
      throw away;
    } catch (RuntimeException failed) {
      log.warn("A write failed; left undone: {} ({})", write.what(), RootCause.name(failed));
    }
  }

  private void run(Collection<Write> batch) {
    store.run(handle -> {
      for (Write write : batch) {
        write.statements().useHandle(handle);
      }
    });
  }

  private void putBack(Deque<Write> batch) {
    batch.reversed().forEach(waiting::addFirst);
    size.addAndGet(batch.size());
    writeAfter(BETWEEN_TRIES);
  }

  private Deque<Write> next() {
    Deque<Write> batch = new ArrayDeque<>();
    while (batch.size() < MOST_AT_ONCE && waiting.peek() != null) {
      batch.add(waiting.remove());
      size.decrementAndGet();
    }
    return batch;
  }
}
