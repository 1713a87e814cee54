package org.rapport.bot.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A leader's job; the list that guidance and the library are written for (content/README.md). */
public enum Position {
  CHIEF_EXECUTIVE,
  CHAIR,
  NON_EXECUTIVE,
  EXECUTIVE_DIRECTOR,
  CHIEF_NURSE,
  MEDICAL_DIRECTOR,
  OPERATIONS,
  GOVERNANCE,
  COMMS_LEAD,
  ICB_LEADER;

  /** The name in the content and the database, such as {@code chief-nurse}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The position of an id. */
  public static Optional<Position> of(String id) {
    return Arrays.stream(values()).filter(position -> position.id().equals(id)).findFirst();
  }
}
