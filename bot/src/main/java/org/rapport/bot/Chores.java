package org.rapport.bot;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server does by itself, again and again or once after the start. */
final class Chores implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Chores.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chores").factory());
  private volatile boolean stopping;

  /** Does it at once on a thread of its own. */
  void once(String what, Runnable chore) {
    Thread.ofPlatform().daemon().name(what).start(() -> run(what, chore));
  }

  /** Does it again and again; a failure is logged and does not stop the next time. */
  void every(Duration pause, String what, Runnable chore) {
    ScheduledFuture<?> unused =
        clock.scheduleWithFixedDelay(
            () -> run(what, chore), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    stopping = true;
    clock.shutdownNow();
  }

  private void run(String what, Runnable chore) {
    try {
      chore.run();
    } catch (RuntimeException failed) {
      if (stopping) {
        // What it works with is being closed under it.
        log.info("Given up, as Rapport stops: {}", what);
      } else if (failed instanceof StoreAway) {
        // Whoever asked the database first has said so; the next time will do.
        log.debug("The database is away; left for later: {}", what);
      } else {
        log.error("Failed: {}", what, failed);
      }
    }
  }
}
