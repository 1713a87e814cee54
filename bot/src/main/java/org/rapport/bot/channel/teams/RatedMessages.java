package org.rapport.bot.channel.teams;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Which answer a message of Teams shows, for every server on the database. Messages are kept as
 * keyed hashes, so that nothing tells in whose chat a question was asked.
 */
final class RatedMessages {
  private static final String PURPOSE = "message in teams";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int CHUNK = 500;

  private final Store store;
  private final KeyedHash hash;
  private final InstantSource clock;

  RatedMessages(Store store, KeyedHash hash, InstantSource clock) {
    this.store = store;
    this.hash = hash;
    this.clock = clock;
  }

  /**
   * Keeps, a moment later, what a message shows.
   *
   * @param message names it and its chat
   * @param answer the id of the answer
   */
  void remember(String message, String answer) {
    String key = hashes(message).getFirst();
    long now = clock.millis();
    store.later(
        "noting an answer in Teams",
        handle ->
            handle.execute(
                "insert into teams_answer (message, answer, sent_at) values (?, ?, ?)"
                    + " on conflict (message) do update set answer = excluded.answer",
                key,
                answer,
                now));
  }

  /** The id of the answer that a message shows; empty too while the database is away. */
  Optional<String> find(String message) {
    return store
        .attempt("finding a rated answer", () -> stored(hashes(message)))
        .flatMap(found -> found);
  }

  /**
   * Forgets those that nobody will rate any more.
   *
   * @throws StoreAway while the database is away
   */
  void forgetOld() {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    int deleted;
    do {
      deleted =
          store.write(handle ->
              handle.execute(
                  "delete from teams_answer where message in (select message from teams_answer"
                      + " where sent_at < ? order by sent_at limit ?)",
                  before,
                  CHUNK));
    } while (deleted == CHUNK);
  }

  private Optional<String> stored(List<String> keys) {
    return store.read(handle ->
        keys.stream()
            .flatMap(key ->
                handle
                    .select("select answer from teams_answer where message = ?", key)
                    .mapTo(String.class)
                    .findOne()
                    .stream())
            .findFirst());
  }

  private List<String> hashes(String message) {
    return hash.of(PURPOSE, message).stream().map(HexFormat.of()::formatHex).toList();
  }
}
