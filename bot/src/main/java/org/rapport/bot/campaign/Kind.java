package org.rapport.bot.campaign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of campaign it is. */
public enum Kind {
  /** One nudge, once. */
  ONE_OFF,
  /** Several nudges, one after another; a week apart unless the plan has a rule. */
  SEQUENCE,
  /** The standing weekly coach: each person's own nudge from the library, at their own time. */
  WEEKLY;

  /** The name in plans and in the database, such as {@code one-off}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of an id. */
  public static Optional<Kind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
