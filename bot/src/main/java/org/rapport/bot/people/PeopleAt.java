package org.rapport.bot.people;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/** Who is at an address, for what other features do in a transaction of theirs. */
public final class PeopleAt {
  private PeopleAt() {}

  /** The person at an address; empty if Rapport does not know them. */
  public static Optional<Person> find(Handle handle, Address at) {
    return PeopleTables.find(handle, at);
  }

  /**
   * The person at an address; made if there is none.
   *
   * @param now in milliseconds since 1970
   */
  public static Person added(Handle handle, Address at, long now) {
    return PeopleTables.added(handle, at, now);
  }
}
