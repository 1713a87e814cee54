package org.rapport.bot.channel.slack;

import java.time.Duration;

/** Waits; a test's own does not. */
public interface Pause {
  /** The real one. */
  Pause REAL = Thread::sleep;

  void sleep(Duration time) throws InterruptedException;

  /** Waits, and says whether all the time passed: it does not when the process stops. */
  default boolean passed(Duration time) {
    try {
      sleep(time);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
