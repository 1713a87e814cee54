package org.rapport.bot.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether people should be sent here. */
public enum Health {
  /** The process runs. */
  LIVE(200, "live"),
  /** Everything works. */
  READY(200, "ready"),
  /** The database is away: questions are still answered. */
  DEGRADED(200, "degraded"),
  /** Nothing can be answered yet. */
  NO_INDEX(503, "no index is open");

  /** A probe gives up after about a second; a database that takes longer than this is away. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final int status;
  private final String words;

  Health(int status, String words) {
    this.status = status;
    this.words = words;
  }

  int status() {
    return status;
  }

  String words() {
    return words;
  }

  /** Looks whether this process is ready each time it is asked; takes half a second at most. */
  public static Supplier<Health> readiness(BooleanSupplier indexOpen, BooleanSupplier database) {
    return () -> {
      if (!indexOpen.getAsBoolean()) {
        return NO_INDEX;
      }
      return answersInTime(database) ? READY : DEGRADED;
    };
  }

  private static boolean answersInTime(BooleanSupplier database) {
    return CompletableFuture.supplyAsync(database::getAsBoolean, Thread::startVirtualThread)
        .completeOnTimeout(false, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }
}
