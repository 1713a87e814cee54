package org.rapport.bot.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.Contacts;
import org.rapport.bot.delivery.Reached;
import org.rapport.bot.people.Person;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** The nudges that a person got, and those that are planned for them, when they are. */
final class NudgeEntries {
  /** Long enough to be seen in a calendar, and to do what it asks. */
  private static final Duration LENGTH = Duration.ofMinutes(15);

  private final Store store;
  private final Wording wording;

  NudgeEntries(Store store, Wording wording) {
    this.store = store;
    this.wording = wording;
  }

  /**
   * Those from a time on.
   *
   * @throws StoreAway while the database is away
   */
  List<Entry> since(Instant from, Person person) {
    return store
        .read(handle -> Contacts.reached(handle, person.organisation(), List.of(person.id()), from))
        .getOrDefault(person.id(), List.of())
        .stream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(Reached nudge) {
    String state =
        switch (nudge.status()) {
          case PLANNED -> "planned";
          case CLAIMED, SENT, UNCONFIRMED, SKIPPED, FAILED -> "sent";
        };
    return new Entry(
        "nudge-" + nudge.delivery(),
        new Entry.When.Moment(nudge.at(), LENGTH),
        wording.words("feed.nudge"),
        wording.words("feed.nudge." + state));
  }
}
