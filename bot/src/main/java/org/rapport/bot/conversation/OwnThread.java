package org.rapport.bot.conversation;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** One thread for one kind of work, one piece after another. */
final class OwnThread implements AutoCloseable {
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final ExecutorService worker;

  OwnThread(String name) {
    this.worker = Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
  }

  /**
   * Has it done after what was given before.
   *
   * @return false if Rapport is stopping
   */
  boolean later(Runnable work) {
    try {
      worker.execute(work);
      return true;
    } catch (RejectedExecutionException stopping) {
      return false;
    }
  }

  /** Finishes what was given, for up to 20 seconds. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
