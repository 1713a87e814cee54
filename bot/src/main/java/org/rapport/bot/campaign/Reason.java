package org.rapport.bot.campaign;

import java.util.Locale;

/** Why somebody gets no nudge; what a schedule holds up has codes of its own. */
public enum Reason {
  /** They said stop. */
  OPTED_OUT,
  /** They paused. */
  PAUSED,
  /** They asked to be forgotten. */
  SUPPRESSED,
  /** They are no longer enrolled, or no longer where they were. */
  LEFT,
  BOT_NOT_INSTALLED,
  /** None of their addresses is one that can be written to. */
  NO_ADDRESS,
  /** They had as many in seven days as their organisation allows. */
  OVER_CAP,
  /** They ignored several in a row, and had one within the last four weeks. */
  SOFTENED,
  /** Its time is over. */
  TOO_LATE,
  CANCELLED;

  /** The name in the ledger and in results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
