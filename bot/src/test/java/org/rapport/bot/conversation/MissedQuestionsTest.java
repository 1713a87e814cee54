package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.gaps.Missed;

@ParameterizedClass
@EnumSource
class MissedQuestionsTest {
  private static final Address AMA = new Address(Address.Kind.SLACK, "T1", "U-ama");
  private static final Address STRANGER = new Address(Address.Kind.TEAMS, "T2", "U-else");

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private Instant now = Instant.parse("2026-07-01T23:30:00Z");
  private QuestionLog log;
  private String organisation = "";
  private String other = "";

  MissedQuestionsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    People people = new People(store, () -> now);
    organisation = people.organisation(AMA).orElseThrow();
    other = people.organisation(STRANGER).orElseThrow();
    log = new QuestionLog(store, () -> now, Duration.ofDays(90));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatGotNoAnswerOrAWrongOneIsMissedAndNothingElse() {
    ask("unsure", "unsure", Optional.empty());
    ask("near our field", "out_of_scope", Optional.of("not-covered"));
    ask("for a doctor", "out_of_scope", Optional.of("clinical"));
    ask("answered", "found", Optional.empty());
    rate(ask("answered right", "found", Optional.empty()), true);
    rate(ask("answered wrong", "found", Optional.empty()), false);
    rate(ask("held back wrongly", "out_of_scope", Optional.of("clinical")), false);
    rate(ask("unsure and right so", "unsure", Optional.empty()), true);
    rate(ask("unsure and wrong", "unsure", Optional.empty()), false);

    assertThat(newest().questions())
        .containsExactlyInAnyOrder(
            missed("unsure", true, false),
            missed("near our field", true, false),
            missed("answered wrong", false, true),
            missed("held back wrongly", false, true),
            missed("unsure and right so", true, false),
            missed("unsure and wrong", true, true));
  }

  @Test
  void aRatingTakenBackCountsNoMore() {
    String id = ask("answered", "found", Optional.empty());
    rate(id, false);
    rate(id, true);

    assertThat(newest().questions()).isEmpty();
  }

  @Test
  void theNewestComeFirst() {
    unsure("old");
    now = now.plus(Duration.ofHours(1));
    unsure("new");

    assertThat(newest().questions()).extracting(Missed::words).containsExactly("new", "old");
  }

  @Test
  void onlyOneOrganisationsCanBeRead() {
    unsure("ours");
    ask(other, "theirs", "unsure", Optional.empty());

    assertThat(of(Optional.of(organisation), Instant.EPOCH).questions())
        .extracting(Missed::words)
        .containsExactly("ours");
    assertThat(newest().questions()).hasSize(2);
  }

  @Test
  void anUnknownOrganisationIsRefusedAndThoseThereAreAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Optional.of("' or 1=1"), Instant.EPOCH))
        .withMessage(
            "There is no organisation ' or 1=1; there is: %s (slack T1), %s (teams t2)",
            organisation, other);
  }

  @Test
  void whatWasAskedBeforeIsLeftOut() {
    unsure("before");
    now = now.plusMillis(1);
    unsure("at");
    Instant since = now;
    now = now.plusMillis(1);
    unsure("after");

    assertThat(of(Optional.empty(), since).questions())
        .extracting(Missed::words)
        .containsExactly("after", "at");
  }

  @Test
  void wordsThatWereDroppedOrNeverKeptAreOnlyCounted() {
    write(PersonalData.DROPPED);
    write("");
    unsure("kept");

    assertThat(newest().questions()).extracting(Missed::words).containsExactly("kept");
    assertThat(newest().withoutWords()).isEqualTo(2);
  }

  @Test
  void wordsAreMaskedOnceMore() {
    write("\u001B[2J ring 07700 900123 or ama@trust.nhs.uk");

    assertThat(newest().questions())
        .extracting(Missed::words)
        .containsExactly("[2J ring [phone] or [email]");
  }

  @Test
  void noMoreThanTheNewestTenThousandAreRead() {
    store.run(handle -> {
      var batch =
          handle.prepareBatch(
              "insert into question (id, organisation_id, channel, words, outcome, confidence,"
                  + " generation, asked_at) values (?, ?, 'slack', ?, 'unsure', 0.1, 1, ?)");
      for (int i = 0; i <= MissedQuestions.MOST; i++) {
        batch.add("q" + i, organisation, "question " + (i == 0 ? "oldest" : "later"), (long) i);
      }
      batch.execute();
    });

    assertThat(newest().questions())
        .hasSize(10_000)
        .extracting(Missed::words)
        .doesNotContain("question oldest");
  }

  private MissedQuestions.Found newest() {
    return of(Optional.empty(), Instant.EPOCH);
  }

  private MissedQuestions.Found of(Optional<String> organisation, Instant since) {
    store.settle();
    return new MissedQuestions(store).newest(organisation, since);
  }

  /** 23:30 in summer in Greenwich is the next day in London. */
  private static Missed missed(String words, boolean unanswered, boolean ratedWrong) {
    return new Missed(words, unanswered, ratedWrong, LocalDate.parse("2026-07-02"));
  }

  private void unsure(String words) {
    ask(words, "unsure", Optional.empty());
  }

  private String ask(String words, String outcome, Optional<String> reason) {
    return ask(organisation, words, outcome, reason);
  }

  private String ask(String of, String words, String outcome, Optional<String> reason) {
    return log.add(
            of, AMA.channel(), PersonalData.find(words), outcome, reason, Optional.empty(), 0.2, 1)
        .orElseThrow();
  }

  private void rate(String id, boolean right) {
    assertThat(log.rate(organisation, id, right)).isTrue();
  }

  /** As an earlier version, which masked less, may have kept it. */
  private void write(String words) {
    store.run(handle ->
        handle.execute(
            "insert into question (id, organisation_id, channel, words, outcome, confidence,"
                + " generation, asked_at) values (?, ?, 'slack', ?, 'unsure', 0.1, 1, ?)",
            words.isEmpty() ? "none" : words.substring(0, 5),
            organisation,
            words,
            now.toEpochMilli()));
  }
}
