package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.History;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;

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
    knowledge = ShippedIndex.open(shipped);
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
  void whoSaysThatAnAnswerWasNotRightIsAskedWhatWasWrong() {
    String id = rate(ask(QUESTION)).orElseThrow().answer();

    Reply sorry = coach.reply(new Incoming.Rated(CHIEF, id, false));
    assertThat(words(sorry)).contains(new Action.Open("wrong-answer", id).toString());
    Form form = shown(coach.reply(new FormStep.Wanted(CHIEF, "wrong-answer", id)));
    assertThat(form.about()).isEqualTo(id);
    assertThat(words((Reply) send(id, Map.of("why", List.of("other"))))).contains("Thank you");
  }

  @Test
  void wordsThatCameWithARatingAreKeptMasked() {
    String id = rate(ask(QUESTION)).orElseThrow().answer();

    coach.reply(new Incoming.Rated(CHIEF, id, false, "ring 07700 900123, it is old"));

    String kept =
        store.read(
            handle -> handle.select("select wrong_words from question").mapTo(String.class).one());
    assertThat(kept).isEqualTo("ring [phone], it is old");
  }

  @Test
  void whatTheFormDoesNotHaveIsNotTaken() {
    String id = rate(ask(QUESTION)).orElseThrow().answer();

    for (Map<String, List<String>> forged :
        List.of(
            Map.of("why", List.of("nonsense")),
            Map.of("why", List.of("other", "wrong")),
            Map.of("why", List.of("other"), "organisation_id", List.of("1")),
            Map.of("why", List.of("other"), "words", List.of("one", "two")))) {
      assertThat(words((Reply) send(id, forged))).contains("Nothing of it was taken");
    }
  }

  @Test
  void aFormWithSomethingMissingOrTooLongStaysOpenWithWhatWasTyped() {
    FormReply.Mend mend = (FormReply.Mend) send("any", Map.of("words", List.of("w".repeat(1001))));

    assertThat(mend.problems())
        .containsEntry("why", "Please answer this.")
        .containsEntry("words", "Please use up to 1000 characters.");
    assertThat(((Field.Words) mend.form().fields().getLast()).first()).hasSize(1000);
  }

  @Test
  void aFormThatDoesNotExistIsGone() {
    FormReply reply = coach.reply(new FormStep.Wanted(CHIEF, "delete-everybody", ""));

    assertThat(words((Reply) reply)).contains("no longer open");
  }

  @Test
  void formsCountTowardsTheLimitOfWhatAPersonMayAsk() {
    for (int i = 0; i < 20; i++) {
      ask(QUESTION);
    }
    assertThat(words((Reply) coach.reply(new FormStep.Wanted(CHIEF, "wrong-answer", "a"))))
        .contains("asked a lot");
  }

  @Test
  void theWholeOfAnAnswerIsGivenAgainAndIsNobodysQuestion() {
    Reply answer = ask(QUESTION);
    Action.ReadAll readAll = (Action.ReadAll) answer.message().whole().orElseThrow().action();

    Reply whole = coach.reply(new Incoming.WantedAll(CHIEF, readAll.title()));

    assertThat(headings(whole)).containsExactly(readAll.title());
    assertThat(rate(whole)).isEmpty();
    store.settle();
    int kept =
        store.read(
            handle -> handle.select("select count(*) from question").mapTo(Integer.class).one());
    assertThat(kept).isEqualTo(1);
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
  void whereOthersReadNoFilesAreTaken() {
    GivenFile file = mock();

    assertThat(words(give(QUESTION, true, file))).contains("I do not take files here");
    verifyNoInteractions(file);
  }

  @Test
  void distressBesideAFileIsAnswered() {
    GivenFile file = mock();

    assertThat(words(give(DISTRESS, false, file))).contains("Please talk to someone now");
    assertThat(give(DISTRESS, true, file).privately()).isTrue();
    verifyNoInteractions(file);
  }

  @Test
  void filesCountAsQuestionsDo() {
    for (int i = 0; i < 20; i++) {
      ask("hello");
    }
    assertThat(words(give("", false, mock()))).contains("You have asked a lot");
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
  void aFollowUpIsUnderstoodFromWhatTheSamePersonAskedJustBefore() {
    ask("how many characters do I get on X");
    ask("and on Instagram?");

    assertThat(ask("and on LinkedIn?").message().summary())
        .isIn("What are the limits on LinkedIn?", "How long can a post be on each platform?");
  }

  @Test
  void aQuarterOfAnHourLaterNothingIsKnownOfWhatWasAsked() {
    String forgotten = ask("and on LinkedIn?").message().summary();
    ask("how many characters do I get on X");
    now = now.plus(FollowUpMemory.KEPT);

    assertThat(ask("and on LinkedIn?").message().summary()).isEqualTo(forgotten);
  }

  @Test
  void whoAsksWhatItIsOrWhoSeesThisIsToldInAFewWords() {
    ask("hello");

    assertThat(words(ask("are you a bot?"))).contains("a program, not a person");
    assertThat(words(ask("who can see this?"))).contains("only you and I see here");
    assertThat(words(ask("كيف أبدأ على لينكد إن"))).contains("Please ask me again in English");
  }

  @Test
  void twoQuestionsInOneBreathGetBothAnswers() {
    Reply reply = ask("how many hashtags should I use and when does purdah start?");

    assertThat(headings(reply))
        .containsExactly(
            "How many hashtags should I use, and which?",
            "When does the pre-election period start?");
    assertThat(rate(reply)).isPresent();
  }

  @Test
  void aFalseBeliefIsPutRightAboveTheAnswer() {
    ask("hello");
    Reply reply = ask("as a blue tick on X shows who someone is, how do we get one");

    assertThat(reply.message().blocks().get(1))
        .isEqualTo(
            new Block.Paragraph(
                Text.markdown(
                    "A blue tick on X does not prove who someone is. It mainly shows that they"
                        + " pay.")));
  }

  @Test
  void whatAnotherPersonAskedIsNotMixedIn() {
    Address chair = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHAIR");
    ask("how many characters do I get on X");

    Reply reply = coach.reply(new Incoming.Asked(chair, "and on LinkedIn?", false));

    assertThat(reply.message().summary()).isNotEqualTo("What are the limits on LinkedIn?");
  }

  @Test
  void aQuestionThatStandsOnItsOwnIsAnsweredTheSameWhateverCameBefore() {
    ask("can I use WhatsApp for work");

    assertThat(ask(QUESTION).message().summary()).isEqualTo("How often should I post?");
  }

  @Test
  void distressEndsWhatIsRememberedOfAConversation() {
    String alone = ask("and on LinkedIn?").message().summary();
    ask("how many characters do I get on X");
    ask(DISTRESS);

    assertThat(ask("and on LinkedIn?").message().summary()).isEqualTo(alone);
  }

  @Test
  void whatIsAskedOfTheGuidanceHoldsNoPersonalData() {
    Knowledge guidance = mock();
    when(guidance.ask(any(), any())).thenReturn(new Answer.Unsure(1, 0, List.of(), List.of()));
    Coach listened = coach(guidance);
    listened.reply(asked("can we film mrs patel after her stroke, nhs number 943 476 5919"));
    listened.reply(asked("why not?"));

    ArgumentCaptor<Question> questions = ArgumentCaptor.captor();
    verify(guidance, times(2)).ask(any(), questions.capture());
    assertThat(questions.getAllValues().toString())
        .contains("can we film", "why not?")
        .doesNotContainIgnoringCase("patel")
        .doesNotContain("5919");
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

  @Test
  void aButtonThatDoesNothingAnyMoreChangesNothing() {
    Reply reply = coach.reply(new Incoming.Pressed(CHIEF, "no-such", "1", false));
    assertThat(words(reply)).contains("Nothing was changed");
    assertThat(reply.privately()).isTrue();
  }

  private Coach coach(Knowledge guidance) {
    People people = new People(store, () -> now);
    Audit audit = new Audit(store, () -> now);
    Roles roles = new Roles(store, new Admins(Set.of(CHIEF)), audit, () -> now);
    Wording wording = new Wording(Map.of("contact", "the comms team", "days", "90"));
    QuestionLog questions = new QuestionLog(store, () -> now, Duration.ofDays(90));
    return new Coach(
        guidance,
        people,
        questions,
        new Documents(roles, people, CoachTest::noUploads, wording),
        WiredCommands.of(
            store,
            guidance,
            people,
            roles,
            questions,
            CoachTest::noHash,
            (to, message) -> {
              throw new AssertionError("Nobody was to be told");
            },
            wording,
            () -> now),
        new Controls(List.of(new WrongAnswerForm(people, questions, wording)), List.of(), wording),
        new HomePage(
            new PersonalPreferences(store, () -> now),
            new History(store, () -> now),
            person -> Optional.empty(),
            () -> now,
            wording),
        wording,
        20,
        () -> now,
        meters);
  }

  private static List<byte[]> noHash(String purpose, String text) {
    throw new AssertionError("Nothing was to be hashed");
  }

  private static Uploads noUploads() {
    throw new AssertionError("Nothing was to be taken in");
  }

  private Reply give(String words, boolean inPublic, GivenFile file) {
    return coach.reply(
        new Incoming.Gave(new Incoming.Asked(CHIEF, words, inPublic), List.of(file)));
  }

  private Reply ask(String words) {
    return coach.reply(new Incoming.Asked(CHIEF, words, false));
  }

  private FormReply send(String about, Map<String, List<String>> entered) {
    return coach.reply(new FormStep.Sent(CHIEF, "wrong-answer", about, new Entered(entered)));
  }

  private static Form shown(FormReply reply) {
    return ((FormReply.Show) reply).form();
  }

  private static Incoming asked(String words) {
    return new Incoming.Asked(CHIEF, words, false);
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

  private static List<String> headings(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(heading -> ((Block.Heading) heading).text())
        .toList();
  }

  private static String words(Reply reply) {
    return reply.message().blocks().toString();
  }
}
