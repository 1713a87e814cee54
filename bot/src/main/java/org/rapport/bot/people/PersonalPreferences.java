package org.rapport.bot.people;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** What each person wants of Rapport, wherever they say it. */
public final class PersonalPreferences {
  private final Store store;
  private final InstantSource clock;

  public PersonalPreferences(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What the person at an address wants.
   *
   * @throws StoreAway while the database is away
   */
  public Preferences of(Address who) {
    return store.read(handle ->
        PeopleTables.id(handle, who)
            .map(person -> PreferenceTables.of(handle, person))
            .orElse(Preferences.USUAL));
  }

  /**
   * Changes what the person at an address wants. With history turned off, theirs is deleted.
   *
   * @param change may be refused by an {@link IllegalArgumentException}, and nothing is changed
   * @return what they want now
   * @throws StoreAway while the database is away
   */
  public Preferences change(Address who, UnaryOperator<Preferences> change) {
    return change(who, change, (handle, person) -> {});
  }

  /** Does what follows from a change of what somebody wants. */
  @FunctionalInterface
  public interface Consequence {
    /** Works in the transaction of the change. */
    void follow(Handle handle, Person person);
  }

  /** As {@link #change(Address, UnaryOperator)}, with what follows from it, or neither of them. */
  public Preferences change(
      Address who, UnaryOperator<Preferences> change, Consequence consequence) {
    // What was asked before history is turned on is not to be found in it.
    store.settle();
    return store.write(handle -> {
      String person = PeopleTables.addedId(handle, who, clock.millis());
      PeopleTables.holdPerson(handle, person);
      Preferences now = change.apply(PreferenceTables.of(handle, person));
      PreferenceTables.put(handle, person, now);
      PeopleTables.find(handle, who).ifPresent(found -> consequence.follow(handle, found));
      return now;
    });
  }

  /**
   * Pauses the person's nudges.
   *
   * @param until the first day on which they come again, in the person's zone
   * @throws IllegalArgumentException saying what was expected, if the day cannot be
   * @throws StoreAway while the database is away
   */
  public Preferences pause(Address who, LocalDate until) {
    return change(
        who, now -> now.pausedUntil(until, LocalDate.ofInstant(clock.instant(), now.zone())));
  }
}
