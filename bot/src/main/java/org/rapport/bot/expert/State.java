package org.rapport.bot.expert;

import java.util.Locale;

/** How far a question is. */
public enum State {
  /** Nobody has taken it on. */
  OPEN,
  /** Somebody is at it. */
  CLAIMED,
  ANSWERED,
  /** Nothing more will come. */
  CLOSED;

  /** The name in the database and in the wording. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
