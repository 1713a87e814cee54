package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.people.People;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Knowledge;

class CoachTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final String QUESTION = "how often should I post";
  private static final String DISTRESS = "I want to kill myself";

  @TempDir private static Path shipped;
  private static Knowledge knowledge;

  @TempDir private Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private Store store;
  private Coach coach;

  @BeforeAll
  static void openGuidance() {
    DataFolder data = new DataFolder(shipped);
    ShippedIndex.copyTo(data);
    knowledge = Knowledge.open(data.index());
  }

  @AfterAll
  static void closeGuidance() {
    knowledge.close();
  }

  @BeforeEach
  void open() {
    store = TestDatabase.SQLITE.fresh(folder);
    coach = coach(knowledge);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aQuestionIsAnsweredOpenlyAndCanBeRated() {
    Reply reply = ask(QUESTION);

    assertThat(reply.message().summary()).isEqualTo("How often should I post?");
    assertThat(reply.privately()).isFalse();
    assertThat(rate(reply)).isPresent();
  }

  @Test
  void aRatingIsThankedForInPrivate() {
    Action.Rate yes = rate(ask(QUESTION)).orElseThrow();

    Reply thanks = coach.reply(new Incoming.Rated(CHIEF, yes.answer(), yes.right()));

    assertThat(words(thanks)).contains("That helps us");
    assertThat(thanks.privately()).isTrue();
  }

  @Test
  void aRatingOfNothingThatIsKeptIsThankedForAllTheSame() {
    Reply thanks = coach.reply(new Incoming.Rated(CHIEF, "never-asked", true));

    assertThat(words(thanks)).contains("no longer on record");
  }

  @Test
  void distressIsAnsweredPrivatelyWhereOthersRead() {
    assertThat(coach.reply(new Incoming.Asked(CHIEF, DISTRESS, true)).privately()).isTrue();
    assertThat(coach.reply(new Incoming.Asked(CHIEF, DISTRESS, false)).privately()).isFalse();
  }

  @Test
  void onlyTheFirstReplyToAPersonSaysWhoCanSeeWhat() {
    assertThat(words(ask("hello"))).contains("Who can see what");
    assertThat(words(ask("hello"))).doesNotContain("Who can see what");
  }

  @Test
  void anArrivalIsGreeted() {
    assertThat(words(coach.reply(new Incoming.Arrived(CHIEF))))
        .contains("Who can see what")
        .contains("I coach NHS leaders");
  }

  @Test
  void askingTooMuchIsToldKindlyAndInPrivate() {
    for (int i = 0; i < 20; i++) {
      assertThat(ask("hello").privately()).isFalse();
    }
    Reply busy = ask(QUESTION);

    assertThat(words(busy)).contains("Please give me a minute");
    assertThat(busy.privately()).isTrue();
    now = now.plusSeconds(3);
    assertThat(ask(QUESTION).message().summary()).isEqualTo("How often should I post?");
  }

  @Test
  void distressIsHeardHoweverMuchAPersonHasAsked() {
    for (int i = 0; i < 30; i++) {
      ask("hello");
    }

    assertThat(words(ask(DISTRESS))).doesNotContain("Please give me a minute").contains("116 123");
  }

  @Test
  void whoSharesPersonalDataIsToldWhyNotToAndIsAnsweredAllTheSame() {
    String reply = words(ask("can i post about mrs patel's cancer, ring me on 07700 900123"));

    assertThat(reply).contains("Please leave out anything that could identify somebody");
    assertThat(words(ask(QUESTION))).doesNotContain("Please leave out");
  }

  @Test
  void distressIsNeverLecturedAboutData() {
    assertThat(words(ask(DISTRESS + " ring me on 07700 900123"))).doesNotContain("leave out");
  }

  @Test
  void whatIsAskedIsCountedAndTimedAndSmallTalkIsNot() {
    ask("hello");
    ask("thanks");
    ask(QUESTION);
    ask("what dose of amoxicillin for a chest infection");

    assertThat(asks("found")).isEqualTo(1);
    assertThat(asks("out_of_scope")).isEqualTo(1);
    assertThat(meters.get("rapport.ask").tag("channel", "slack").timer().count()).isEqualTo(2);
  }

  @Test
  void withoutTheDatabaseAnAnswerIsOnlyNotRateable() {
    store.close();

    Reply reply = ask(QUESTION);
    assertThat(reply.message().summary()).isEqualTo("How often should I post?");
    assertThat(rate(reply)).isEmpty();
    assertThat(words(coach.reply(new Incoming.Rated(CHIEF, "any", true))))
        .contains("no longer on record");
  }

  @Test
  void withoutAnIndexItAsksForAMinute() {
    try (Knowledge none = Knowledge.open(folder.resolve("none"))) {
      assertThat(words(coach(none).reply(new Incoming.Asked(CHIEF, QUESTION, false))))
          .contains("still getting my guidance ready");
    }
  }

  @Test
  void aFaultIsToldKindlyAndItsWordsAreNotLogged() {
    Knowledge broken = mock();
    when(broken.ask(any(), any()))
        .thenThrow(new IllegalStateException("broken", new IllegalArgumentException(QUESTION)));
    try (CapturedLog log = new CapturedLog()) {
      log.mustNotTell(QUESTION);

      Reply sorry = coach(broken).reply(new Incoming.Asked(CHIEF, QUESTION, false));

      assertThat(words(sorry)).contains("Something went wrong on my side");
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("ERROR", "IllegalStateException", "IllegalArgumentException", "CoachTest");
    }
  }

  private Coach coach(Knowledge guidance) {
    return new Coach(
        guidance,
        new People(store, () -> now),
        new QuestionLog(store, () -> now, Duration.ofDays(90)),
        new Wording(Map.of("contact", "the comms team", "days", "90")),
        20,
        () -> now,
        meters);
  }

  private Reply ask(String words) {
    return coach.reply(new Incoming.Asked(CHIEF, words, false));
  }

  private double asks(String outcome) {
    return meters
        .get("rapport.asks")
        .tags("channel", "slack", "outcome", outcome)
        .counter()
        .count();
  }

  private static Optional<Action.Rate> rate(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(choices -> ((Block.Choices) choices).buttons().stream())
        .map(Block.Button::action)
        .filter(Action.Rate.class::isInstance)
        .map(Action.Rate.class::cast)
        .findFirst();
  }

  private static String words(Reply reply) {
    return reply.message().blocks().toString();
  }
}
