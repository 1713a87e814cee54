package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.Housekeeping;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.people.People;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class QuestionLogTest {
  private static final Address AMA = new Address(Address.Kind.SLACK, "T1", "U-ama");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T2", "U-else");

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private QuestionLog questions;
  private String organisation = "";

  QuestionLogTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    organisation = new People(store, () -> now).organisation(AMA).orElseThrow();
    questions = log(Duration.ofDays(90));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aQuestionIsKeptMaskedAndWithoutTheAsker() {
    ask("may I ring 07700 900123\u0000?");

    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst())
        .containsEntry("words", "may I ring [phone] ?")
        .containsEntry("channel", "slack")
        .containsEntry("outcome", "found")
        .containsEntry("section", "which-platform-first");
    assertThat(kept().getFirst().toString()).doesNotContain("U-ama");
  }

  @Test
  void aRatingIsKeptAndTheLastWordCounts() {
    String id = ask("which platform?").orElseThrow();

    assertThat(questions.rate(organisation, id, true)).isTrue();
    assertThat(questions.rate(organisation, id, false)).isTrue();
    boolean wasRight =
        store.read(
            handle -> handle.select("select was_right from question").mapTo(Boolean.class).one());
    assertThat(wasRight).isFalse();
  }

  @Test
  void whatWasWrongIsKeptMaskedUntilTheAnswerIsSaidToBeRight() {
    String id = ask("which platform?").orElseThrow();
    PersonalData words = PersonalData.find("ring 07700 900123, it is from 2013");

    assertThat(questions.wrong(organisation, id, WrongBecause.OUT_OF_DATE, words)).isTrue();
    assertThat(kept().getFirst())
        .containsEntry("wrong_because", "out-of-date")
        .containsEntry("wrong_words", "ring [phone], it is from 2013");
    questions.rate(organisation, id, false);
    assertThat(kept().getFirst()).containsEntry("wrong_because", "out-of-date");
    questions.rate(organisation, id, true);
    assertThat(kept().getFirst())
        .containsEntry("wrong_because", null)
        .containsEntry("wrong_words", null);
  }

  @Test
  void anotherOrganisationCannotSayWhatWasWrong() {
    String id = ask("which platform?").orElseThrow();
    String other = new People(store, () -> now).organisation(STRANGER).orElseThrow();
    PersonalData words = PersonalData.find("nonsense");

    assertThat(questions.wrong(other, id, WrongBecause.OTHER, words)).isFalse();
    assertThat(kept().getFirst()).containsEntry("wrong_because", null);
  }

  @Test
  void anotherOrganisationCannotRateIt() {
    String id = ask("which platform?").orElseThrow();
    String other = new People(store, () -> now).organisation(STRANGER).orElseThrow();

    assertThat(questions.rate(other, id, false)).isFalse();
    assertThat(questions.rate(organisation, "no such id", false)).isFalse();
  }

  @Test
  void questionsGoWhenTheirTimeIsUp() {
    IntStream.range(0, 501).forEach(i -> ask("old " + i));
    now = now.plus(Duration.ofDays(60));
    ask("new");
    now = now.plus(Duration.ofDays(31));

    store.settle();
    new Housekeeping(questions, new SeenEvents(store, () -> now)).runOnce();

    assertThat(kept())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("words", "new"));
  }

  @Test
  void noneAreKeptWhenTheyAreToBeKeptForNoTime() {
    questions = log(Duration.ZERO);

    assertThat(ask("which platform?")).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatTheDatabaseRefusesTakesNoOtherQuestionWithIt() {
    ask("before");
    ask("no such organisation", "refused");
    ask("after");

    assertThat(kept()).extracting(row -> row.get("words")).containsExactly("before", "after");
  }

  @Test
  void whatWasAskedJustBeforeAStopIsKept() {
    String url = database.freshUrl(folder).orElseThrow();
    store.close();
    store = Store.open(new DataFolder(folder), Optional.of(url));
    store.migrate();
    organisation = new People(store, () -> now).organisation(AMA).orElseThrow();
    questions = log(Duration.ofDays(90));
    ask("last words");

    store.close();

    store = Store.open(new DataFolder(folder), Optional.of(url));
    assertThat(kept()).extracting(row -> row.get("words")).containsExactly("last words");
  }

  private QuestionLog log(Duration keep) {
    return new QuestionLog(store, () -> now, keep);
  }

  private Optional<String> ask(String words) {
    return ask(organisation, words);
  }

  private Optional<String> ask(String of, String words) {
    return questions.add(
        of,
        AMA.channel(),
        PersonalData.find(words),
        "found",
        Optional.empty(),
        Optional.of("which-platform-first"),
        0.9,
        1);
  }

  private List<Map<String, Object>> kept() {
    store.settle();
    return store.read(
        handle -> handle.select("select * from question order by asked_at").mapToMap().list());
  }
}
