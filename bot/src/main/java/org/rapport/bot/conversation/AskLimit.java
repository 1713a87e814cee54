package org.rapport.bot.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.rapport.bot.channel.Address;

/**
 * Limits how much one person asks in a minute, by the generic cell rate algorithm (ITU-T I.371): a
 * whole minute's questions may come at once, after which they are let in at the same mean rate.
 */
final class AskLimit {
  private static final int MOST_REMEMBERED = 100_000;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final int perMinute;
  private final InstantSource clock;
  // When each person's questions so far are used up, in epoch milliseconds.
  private final ConcurrentMap<Address, Long> usedUpAt = new ConcurrentHashMap<>();

  /**
   * @param perMinute questions a person may ask in a minute; 0 for no limit
   */
  AskLimit(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Whether this person may ask one more now; if so, it is counted. */
  boolean allows(Address asker) {
    if (perMinute == 0) {
      return true;
    }
    long now = clock.millis();
    if (usedUpAt.size() > MOST_REMEMBERED) {
      usedUpAt.values().removeIf(at -> at <= now);
    }
    long cost = MINUTE / perMinute;
    boolean[] allowed = new boolean[1];
    usedUpAt.compute(
        asker,
        (address, at) -> {
          long from = at == null ? now : Math.max(at, now);
          allowed[0] = from + cost - now <= MINUTE;
          return allowed[0] ? from + cost : from;
        });
    return allowed[0];
  }
}
