package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When to try again what surely did not go out, and when to give it up. */
final class Backoff {
  /** So often a delivery is tried. */
  static final int MOST_TRIES = 6;

  private static final Duration FIRST = Duration.ofSeconds(15);

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** After 15 seconds, then twice as long each time; half of it up to all of it, by chance. */
  Instant next(int failures, Instant now) {
    Duration longest = FIRST.multipliedBy(1L << Math.min(failures, MOST_TRIES));
    return now.plusMillis(random.nextLong(longest.toMillis() / 2, longest.toMillis() + 1));
  }

  /** What becomes of a delivery that failed once more. */
  Outcome after(Claimed claimed, String reason, Instant now) {
    Instant next = next(claimed.failures(), now);
    boolean enough =
        claimed.failures() + 1 >= MOST_TRIES || !next.isBefore(claimed.delivery().tooLate());
    return enough ? new Outcome.GivenUp(reason) : new Outcome.Again(next, reason);
  }
}
