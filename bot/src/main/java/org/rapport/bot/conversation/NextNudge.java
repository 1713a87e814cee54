package org.rapport.bot.conversation;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/** Tells a person when Rapport writes to them next of its own accord. */
public interface NextNudge {

  /**
   * What comes next; empty if nothing is planned.
   *
   * @throws org.rapport.bot.store.StoreAway while the database is away
   */
  Optional<Planned> of(Address who);

  /**
   * A nudge to come.
   *
   * @param at in the person's own zone
   * @param about in a few words
   */
  record Planned(ZonedDateTime at, String about) {}
}
