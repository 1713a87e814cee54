package org.rapport.bot.delivery;

import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.StoreAway;

/**
 * A person wants no nudge any more: from that moment, and what is queued for them is taken back.
 */
public final class OptOut {
  private static final String REASON = "opted_out";

  private final PersonalPreferences preferences;
  private final InstantSource clock;

  public OptOut(PersonalPreferences preferences, InstantSource clock) {
    this.preferences = preferences;
    this.clock = clock;
  }

  /**
   * Stops whatever would come to the person at an address, wherever it would come, in one
   * transaction. What somebody claimed before asks once more before it is sent.
   *
   * @throws StoreAway while the database is away
   */
  public void stop(Address who) {
    preferences.change(who, Preferences::stop, this::takeBack);
  }

  private void takeBack(Handle handle, Person person) {
    Ledger.skipPerson(handle, person.organisation(), person.id(), REASON, clock.instant());
  }
}
