package org.rapport.bot.campaign.schedule;

import java.util.Locale;

/** Why nobody writes to a person at some moment. */
public enum Hold {
  PRE_ELECTION,
  ON_LEAVE,
  BANK_HOLIDAY,
  WEEKEND,
  QUIET_HOURS;

  /** The name in the ledger and in results. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
