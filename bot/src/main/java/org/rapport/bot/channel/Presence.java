package org.rapport.bot.channel;

import org.jdbi.v3.core.Handle;

/** Told by channels who can no longer be written to unasked, and who can again. */
public interface Presence {

  /**
   * Nothing can be sent there any more. Does not throw for a database that is away: whoever is
   * written to in vain is found out then.
   *
   * @param reason a short code, such as those of {@link SendResult.Gone}
   */
  void ended(Address who, String reason);

  /** They installed Rapport, or said something. As {@link #ended}. */
  void back(Address who);

  /**
   * Rapport was removed from a whole workspace; part of the caller's transaction.
   *
   * @param workspace Slack team id or Teams tenant id
   */
  void removed(Handle handle, Address.Kind channel, String workspace);

  /** Rapport is in a whole workspace again, as {@link #removed}. */
  void installed(Handle handle, Address.Kind channel, String workspace);
}
