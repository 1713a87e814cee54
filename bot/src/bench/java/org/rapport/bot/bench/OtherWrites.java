package org.rapport.bot.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.rapport.bot.store.Store;

/** A small write every ten milliseconds, as conversations make them, and how long one waits. */
final class OtherWrites implements AutoCloseable {
  private final AtomicLong longest = new AtomicLong();
  private final Thread writer;
  private volatile boolean stopping;

  OtherWrites(Store store) {
    writer = Thread.ofPlatform().daemon().start(() -> write(store));
  }

  /** The longest until now, in seconds. */
  double longestWait() {
    return longest.get() / 1e9;
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    writer.join();
  }

  private void write(Store store) {
    while (!stopping) {
      long start = System.nanoTime();
      store.run(handle -> handle.execute("update organisation set name = name"));
      longest.accumulateAndGet(System.nanoTime() - start, Math::max);
      try {
        Thread.sleep(10);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
