package org.rapport.bot.campaign;

import java.util.List;

/**
 * What somebody plans: what is said, when and to whom.
 *
 * @param nudges in their order; none for the weekly coach, which finds each person's own
 */
public record Plan(String name, Kind kind, List<Nudge> nudges, When when, Audience audience) {
  /** In characters. */
  public static final int LONGEST_NAME = 100;

  /** A year of them, one a week. */
  public static final int MOST_NUDGES = 53;

  public Plan {
    nudges = List.copyOf(nudges);
  }

  /** The same under another name. */
  Plan named(String other) {
    return new Plan(other, kind, nudges, when, audience);
  }

  /** The same for others. */
  Plan to(Audience others) {
    return new Plan(name, kind, nudges, when, others);
  }

  /** The same at another time. */
  Plan at(When other) {
    return new Plan(name, kind, nudges, other, audience);
  }
}
