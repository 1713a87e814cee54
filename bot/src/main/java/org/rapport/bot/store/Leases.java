package org.rapport.bot.store;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells a time that somebody is to be waited for from one that a clock wrote which was put back
 * since: nobody waits for that.
 */
public final class Leases {
  /** What the clocks of servers may differ by. */
  public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private Leases() {}

  /** Whether a time that some server wrote is so far ahead that its clock was put back since. */
  public static boolean isAhead(Instant written, Instant now) {
    return written.isAfter(now.plus(CLOCKS_DIFFER));
  }

  /**
   * No lease that is right ends later than this.
   *
   * @param longest that a lease of the kind is given for
   */
  public static Instant furthestEnd(Instant now, Duration longest) {
    return now.plus(longest).plus(CLOCKS_DIFFER);
  }
}
