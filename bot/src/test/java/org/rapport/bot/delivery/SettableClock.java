package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until it is moved. */
final class SettableClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  /** Forwards, or back if it is negative. */
  void move(Duration time) {
    now = now.plus(time);
  }
}
