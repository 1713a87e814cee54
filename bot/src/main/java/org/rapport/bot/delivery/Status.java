package org.rapport.bot.delivery;

import java.util.Locale;

/** How far a delivery is. */
public enum Status {
  /** To be sent when it is due. */
  PLANNED,
  /** Somebody is sending it. */
  CLAIMED,
  SENT,
  /** Not to be sent, and why is known. */
  SKIPPED,
  /** It could not be sent. */
  FAILED,
  /** It may have gone out or not; it is never sent again on a guess. */
  UNCONFIRMED;

  /** The name in the database and for other programs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
