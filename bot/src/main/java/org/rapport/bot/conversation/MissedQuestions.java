package org.rapport.bot.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.store.Store;
import org.rapport.knowledge.gaps.Missed;

/**
 * The kept questions that got no answer from the guidance, or one that their asker said was wrong.
 */
public final class MissedQuestions {
  /** At most so many are read, the newest. */
  public static final int MOST = 10_000;

  private static final ZoneId EDITORS_ZONE = ZoneId.of("Europe/London");
  private static final int MOST_NAMED = 20;

  private static final String NO_ANSWER =
      "(outcome = 'unsure' or (outcome = 'out_of_scope' and reason = 'not-covered'))";

  private final Store store;

  /**
   * A question of which the words may have been dropped, as they were kept.
   *
   * @param because why its asker said that the answer was wrong; empty if they did not
   */
  private record Row(
      String words,
      boolean unanswered,
      boolean ratedWrong,
      long askedAt,
      String because,
      String wrongWords) {}

  /**
   * What was found.
   *
   * @param questions newest first
   * @param withoutWords how many more there are whose words are not kept
   * @param remarks what askers said was wrong, newest first
   */
  public record Found(List<Missed> questions, int withoutWords, List<Remark> remarks) {
    public Found {
      questions = List.copyOf(questions);
      remarks = List.copyOf(remarks);
    }
  }

  public MissedQuestions(Store store) {
    this.store = store;
  }

  /**
   * The newest {@link #MOST}, masked once more.
   *
   * @param organisation id of the organisation whose people asked; empty for all
   * @param since the earliest moment of asking
   * @throws IllegalArgumentException if there is no such organisation
   */
  public Found newest(Optional<String> organisation, Instant since) {
    List<Row> rows =
        store.read(handle -> {
          organisation.ifPresent(id -> check(handle, id));
          return rows(handle, organisation, since);
        });
    List<Missed> questions = rows.stream().flatMap(row -> missed(row).stream()).toList();
    List<Remark> remarks = rows.stream().flatMap(row -> remark(row).stream()).toList();
    return new Found(questions, rows.size() - questions.size(), remarks);
  }

  private static List<Row> rows(Handle handle, Optional<String> organisation, Instant since) {
    return handle
        .createQuery(
            "select words, "
                + NO_ANSWER
                + " as unanswered, coalesce(not was_right, false) as rated_wrong, asked_at,"
                + " coalesce(wrong_because, '') as because, coalesce(wrong_words, '') as remark"
                + " from question where ("
                + NO_ANSWER
                + " or not was_right) and asked_at >= :since"
                + organisation.map(id -> " and organisation_id = :organisation").orElse("")
                + " order by asked_at desc, id limit :most")
        .bind("since", since.toEpochMilli())
        .bindMap(organisation.map(id -> Map.of("organisation", id)).orElse(Map.of()))
        .bind("most", MOST)
        .map((row, context) ->
            new Row(
                row.getString("words"),
                row.getBoolean("unanswered"),
                row.getBoolean("rated_wrong"),
                row.getLong("asked_at"),
                row.getString("because"),
                row.getString("remark")))
        .list();
  }

  private static Optional<Missed> missed(Row row) {
    String words = kept(row.words());
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Missed(words, row.unanswered(), row.ratedWrong(), day(row.askedAt())));
  }

  private static Optional<Remark> remark(Row row) {
    return WrongBecause.of(row.because())
        .map(because -> new Remark(kept(row.words()), because, kept(row.wrongWords())));
  }

  /** The words, masked; empty if they were dropped. */
  private static String kept(String words) {
    String masked = PersonalData.mask(words).strip();
    return masked.equals(PersonalData.DROPPED) ? "" : masked;
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), EDITORS_ZONE);
  }

  private static void check(Handle handle, String organisation) {
    boolean known =
        handle
            .select("select 1 from organisation where id = ?", organisation)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (!known) {
      throw new IllegalArgumentException(
          "There is no organisation " + organisation + "; there is: " + named(handle));
    }
  }

  private static String named(Handle handle) {
    List<String> all =
        handle
            .select("select id, name from organisation order by name, id limit ?", MOST_NAMED)
            .map((row, context) -> row.getString("id") + " (" + row.getString("name") + ")")
            .list();
    return all.isEmpty() ? "none yet" : String.join(", ", all);
  }
}
