package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.FakePlatform.Fate;

/**
 * Slack's limits to the letter: 525 in any minute to a workspace, one in any second to a person.
 */
final class StrictSlack {
  private final InstantSource clock;
  private final Map<String, Deque<Instant>> taken = new HashMap<>();
  private int refused;

  StrictSlack(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Fate fate(Address to) {
    boolean fits =
        fits(to.workspace(), 525, Duration.ofMinutes(1))
            && fits(to.workspace() + to.user(), 1, Duration.ofSeconds(1));
    if (fits) {
      times(to.workspace()).add(clock.instant());
      times(to.workspace() + to.user()).add(clock.instant());
    } else {
      refused++;
    }
    return fits ? Fate.TAKEN : Fate.THROTTLED;
  }

  /** How many were too many. */
  synchronized int refused() {
    return refused;
  }

  private boolean fits(String what, int limit, Duration window) {
    Deque<Instant> times = times(what);
    Instant oldest = clock.instant().minus(window);
    while (!times.isEmpty() && !times.peek().isAfter(oldest)) {
      times.remove();
    }
    return times.size() < limit;
  }

  private Deque<Instant> times(String what) {
    return taken.computeIfAbsent(what, key -> new ArrayDeque<>());
  }
}
