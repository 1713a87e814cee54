package org.rapport.bot.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that is set, and only goes on. */
final class YearClock implements InstantSource {
  private volatile Instant now;

  YearClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Goes on to a time; by a step at least. */
  void goOn(Instant to, Duration step) {
    Instant least = now.plus(step);
    now = to.isBefore(least) ? least : to;
  }
}
