package org.rapport.bot.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** What a person asked, kept for them alone and only if they turned that on. */
public final class History {
  /** How many are kept; older ones go. */
  public static final int KEPT = 20;

  private static final int LONGEST_TITLE = 300;

  private final Store store;
  private final InstantSource clock;

  /**
   * Something that a person asked.
   *
   * @param question masked
   * @param title of the answer, if there was one
   * @param section the id of the guidance that it came from
   */
  public record Entry(
      String question, Optional<String> title, Optional<String> section, Instant at) {}

  public History(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Keeps what somebody asked, a moment later; nothing if they did not turn that on.
   *
   * @param question masked
   */
  public void add(Address who, String question, Optional<String> title, Optional<String> section) {
    Entry entry = new Entry(question, title.map(History::shortened), section, clock.instant());
    store.later(
        "keeping a person's history",
        handle -> PeopleTables.id(handle, who).ifPresent(person -> add(handle, person, entry)));
  }

  /**
   * The last {@link #KEPT} that the person at an address asked, newest first.
   *
   * @throws StoreAway while the database is away
   */
  public List<Entry> of(Address who) {
    store.settle();
    return store.read(
        handle -> PeopleTables.id(handle, who).map(person -> of(handle, person)).orElse(List.of()));
  }

  static List<Entry> of(Handle handle, String person) {
    return handle
        .select(
            "select question, title, section, asked_at from history where person_id = ?"
                + " order by asked_at desc, id limit ?",
            person,
            KEPT)
        .map((row, context) ->
            new Entry(
                row.getString("question"),
                Optional.ofNullable(row.getString("title")),
                Optional.ofNullable(row.getString("section")),
                Instant.ofEpochMilli(row.getLong("asked_at"))))
        .list();
  }

  private static void add(Handle handle, String person, Entry entry) {
    // Touching the row waits for whoever turns history off just now, and then finds it off.
    int on =
        handle.execute(
            "update preference set keeps_history = keeps_history"
                + " where person_id = ? and keeps_history",
            person);
    if (on == 0) {
      return;
    }
    handle.execute(
        "insert into history (id, person_id, question, title, section, asked_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        person,
        entry.question(),
        entry.title().orElse(null),
        entry.section().orElse(null),
        entry.at().toEpochMilli());
    deleteOld(handle, person);
  }

  /** Deletes a person's oldest beyond {@link #KEPT}. */
  static void deleteOld(Handle handle, String person) {
    handle.execute(
        "delete from history where person_id = ? and id not in"
            + " (select id from history where person_id = ? order by asked_at desc, id limit ?)",
        person,
        person,
        KEPT);
  }

  private static String shortened(String title) {
    return title.substring(0, Math.min(title.length(), LONGEST_TITLE));
  }
}
