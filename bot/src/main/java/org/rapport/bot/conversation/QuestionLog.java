package org.rapport.bot.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;

/**
 * What is asked, kept for a while so that the guidance gets better: never by whom, and without
 * personal data in the words.
 */
public final class QuestionLog implements Belongings {
  /** Deleted in one transaction; more would hold up the others. */
  private static final int CHUNK = 500;

  private final Store store;
  private final InstantSource clock;
  private final Duration keep;

  /**
   * @param keep how long a question is kept; zero to keep none
   */
  public QuestionLog(Store store, InstantSource clock, Duration keep) {
    this.store = store;
    this.clock = clock;
    this.keep = keep;
  }

  /**
   * Keeps a question, a moment later.
   *
   * @param words what was asked; only what may be kept of it is
   * @param confidence 0 to 1
   * @return a random id by which it can be rated; empty if none are kept
   */
  public Optional<String> add(
      String organisation,
      Address.Kind channel,
      PersonalData words,
      String outcome,
      Optional<String> reason,
      Optional<String> section,
      double confidence,
      int generation) {
    if (keep.isZero()) {
      return Optional.empty();
    }
    String id = UUID.randomUUID().toString();
    String kept = words.kept();
    long askedAt = clock.millis();
    // Whoever looked the organisation up a moment ago may not know that it has joined another.
    store.later(
        "keeping a question",
        handle ->
            handle.execute(
                "insert into question (id, organisation_id, channel, words, outcome, reason,"
                    + " section, confidence, generation, asked_at)"
                    + " values (?, coalesce((select joined_into from organisation where id = ?), ?),"
                    + " ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                organisation,
                organisation,
                channel.id(),
                kept,
                outcome,
                reason.orElse(null),
                section.orElse(null),
                confidence,
                generation,
                askedAt));
    return Optional.of(id);
  }

  /** The words of a question, masked; empty if there is none such or they are not kept. */
  public Optional<String> words(String organisation, String id) {
    store.settle();
    return store
        .attempt("reading a question", () -> store.read(handle -> words(handle, organisation, id)))
        .flatMap(Function.identity())
        .map(PersonalData::mask)
        .filter(words -> !words.equals(PersonalData.DROPPED));
  }

  private static Optional<String> words(Handle handle, String organisation, String id) {
    return handle
        .select("select words from question where organisation_id = ? and id = ?", organisation, id)
        .mapTo(String.class)
        .findOne();
  }

  /**
   * Notes whether the asker says that the answer was right; the last word counts.
   *
   * @return whether there is such a question in the organisation
   */
  public boolean rate(String organisation, String id, boolean right) {
    return update(
        "rating an answer",
        "update question set was_right = ?, rated_at = ?,"
            + " wrong_because = case when ? then null else wrong_because end,"
            + " wrong_words = case when ? then null else wrong_words end"
            + " where id = ? and organisation_id = ?",
        right,
        clock.millis(),
        right,
        right,
        id,
        organisation);
  }

  /**
   * Notes why the asker says that the answer was not right; the last word counts.
   *
   * @param words their own words for it, or none; only what may be kept of them is
   * @return whether there is such a question in the organisation
   */
  public boolean wrong(String organisation, String id, WrongBecause because, PersonalData words) {
    return update(
        "noting what was wrong",
        "update question set was_right = ?, rated_at = ?, wrong_because = ?, wrong_words = ?"
            + " where id = ? and organisation_id = ?",
        false,
        clock.millis(),
        because.id(),
        words.kept(),
        id,
        organisation);
  }

  private boolean update(String what, String sql, Object... values) {
    store.settle();
    return store
        .attempt(what, () -> store.write(handle -> handle.execute(sql, values) == 1))
        .orElse(false);
  }

  @Override
  public void move(Handle handle, String from, String into) {
    handle.execute("update question set organisation_id = ? where organisation_id = ?", into, from);
  }

  /** Deletes the questions that were kept long enough. */
  public void forgetOld() {
    long before = clock.instant().minus(keep).toEpochMilli();
    int deleted;
    do {
      deleted = deleteChunk(before);
    } while (deleted == CHUNK);
  }

  private int deleteChunk(long before) {
    return store.write(handle ->
        handle.execute(
            "delete from question where id in"
                + " (select id from question where asked_at < ? limit ?)",
            before,
            CHUNK));
  }
}
