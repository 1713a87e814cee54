package org.rapport.bot.channel;

/**
 * Told by channels who can no longer be written to unasked, and who can again. Neither call throws
 * for a database that is away: whoever is written to in vain is found out then.
 */
public interface Presence {

  /**
   * Nothing can be sent there any more.
   *
   * @param reason a short code, such as those of {@link SendResult.Gone}
   */
  void ended(Address who, String reason);

  /** They installed Rapport, or said something. */
  void back(Address who);
}
