package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.ExpertWiring;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.expert.ExpertPosts;
import org.rapport.bot.expert.ExpertRecords;
import org.rapport.bot.expert.ExpertReminders;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.History;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.content.OwnGuidance;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.content.ShippedContent;

/** Questions to experts, as the asker, the experts and strangers meet them. */
@ParameterizedClass
@EnumSource
class ExpertsTest {
  private static final Address ADMIN = new Address(Address.Kind.SLACK, "T0TRUST", "U0ADMIN");
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address COMMS = new Address(Address.Kind.SLACK, "T0TRUST", "U0COMMS");
  private static final Address OTHER_COMMS = new Address(Address.Kind.SLACK, "T0TRUST", "U0ZED");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0ALIEN");
  private static final Place CHANNEL = Place.conversation(Address.Kind.SLACK, "T0TRUST", "C0COMMS");
  private static final Place CHIEFS_CHAT = Place.chatOf(CHIEF);
  private static final Place COMMS_CHAT = Place.chatOf(COMMS);
  private static final String QUESTION = "May our choir livestream its rehearsal on Facebook?";
  private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 11, 5));

  @TempDir private static Path shipped;
  private static Knowledge knowledge;

  private final TestDatabase database;

  @TempDir private Path folder;

  // A Monday.
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final RecordedNotices notices = new RecordedNotices();
  private final Map<Address, String> called = new HashMap<>();
  private final Wording wording =
      new Wording(
          Map.of("contact", "the comms team", "days", "90"),
          who -> Optional.ofNullable(called.get(who)));
  private Store store;
  private Audit audit;
  private People people;
  private Roles roles;
  private ExpertPlaces places;
  private Coach coach;

  ExpertsTest(TestDatabase database) {
    this.database = database;
  }

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
    store = database.fresh(folder);
    audit = new Audit(store, () -> now);
    people = new People(store, () -> now);
    roles = new Roles(store, new Admins(Set.of(ADMIN)), audit, () -> now);
    QuestionLog questions = new QuestionLog(store, () -> now, Duration.ofDays(90));
    ExpertWiring experts =
        new ExpertWiring(
            store, knowledge, people, roles, audit, questions, notices, wording, () -> now);
    // Nothing is posted on a thread of its own: each test says when.
    experts.posting().close();
    places = experts.places();
    coach =
        new Coach(
            knowledge,
            people,
            questions,
            new Documents(roles, people, ExpertsTest::noUploads, wording),
            WiredCommands.of(
                store,
                knowledge,
                people,
                roles,
                questions,
                (purpose, text) -> List.of(new byte[32]),
                notices,
                experts,
                wording,
                () -> now),
            new Controls(experts.forms(), experts.buttons(), wording),
            new HomePage(
                new PersonalPreferences(store, () -> now),
                new History(store, () -> now),
                person -> Optional.empty(),
                () -> now,
                wording),
            wording,
            0,
            () -> now,
            new SimpleMeterRegistry());
    roles.change(new Actor("operator", "test"), COMMS, Role.COMMS_LEAD);
  }

  private static org.rapport.bot.release.Uploads noUploads() {
    throw new AssertionError("Nothing was to be taken in");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aQuestionIsClaimedInTheChannelAndItsAnswerComesToTheAsker() {
    askInChannel();
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    assertThat(shown(CHANNEL)).singleElement().asString().contains(QUESTION, "Open", "U0CHIEF");
    assertThat(shown(CHIEFS_CHAT)).singleElement().asString().contains(QUESTION, "Open");
    assertThat(notices.in(COMMS_CHAT)).isEmpty();

    assertThat(press(COMMS, "expert-claim", id)).contains("Claimed", "U0COMMS");
    assertThat(shown(CHANNEL)).singleElement().asString().contains("Claimed", "U0COMMS");
    assertThat(shown(CHIEFS_CHAT)).singleElement().asString().contains("Claimed", "U0COMMS");

    String guidance = firstSection(answerForm(COMMS, id));
    answer(COMMS, id, "Yes, if everybody in the picture agrees.", guidance);
    assertThat(shown(CHANNEL)).singleElement().asString().contains("Answered", "everybody in");
    List<String> chiefs = shown(CHIEFS_CHAT);
    assertThat(chiefs).hasSize(2);
    assertThat(chiefs.getFirst()).contains("message of its own").doesNotContain("everybody in");
    assertThat(chiefs.getLast())
        .contains("An expert has answered you", "everybody in the picture", "U0COMMS")
        .contains("It goes with this guidance");

    assertThat(press(CHIEF, "expert-thank", id)).contains("Closed");
    assertThat(shown(CHANNEL)).singleElement().asString().contains("Closed");
    assertThat(buttons(notices.in(CHIEFS_CHAT).getLast())).doesNotContain("expert-thank");
  }

  @Test
  void withoutAChannelTheCommsLeadsAreAskedInTheirOwnChats() {
    ask(CHIEF, QUESTION, "named");

    assertThat(shown(COMMS_CHAT)).singleElement().asString().contains(QUESTION);
    assertThat(notices.places()).containsExactlyInAnyOrder(COMMS_CHAT, CHIEFS_CHAT);
  }

  @Test
  void withoutCommsLeadsTheAdminsAreAskedAndWithoutAnybodyItIsSaid() {
    roles.change(ADMIN, COMMS, Role.LEADER);
    ask(CHIEF, QUESTION, "named");
    assertThat(shown(Place.chatOf(ADMIN))).hasSize(1);

    assertThat(words(wanted(STRANGER, "expert-ask", ""))).contains("Nobody in your organisation");
  }

  @Test
  void aChannelThatTakesNothingAnyMoreIsReplacedByTheCommsLeadsChats() {
    askInChannel();
    notices.answers(CHANNEL, new SendResult.Refused("is_archived"));

    ask(CHIEF, QUESTION, "named");

    assertThat(shown(COMMS_CHAT)).singleElement().asString().contains(QUESTION);
  }

  @Test
  void whatCouldNotBeSentIsSentLaterAndNothingTwice() {
    notices.answers(COMMS_CHAT, new SendResult.Failed("unreachable"));
    ask(CHIEF, QUESTION, "named");
    assertThat(notices.in(COMMS_CHAT)).isEmpty();

    notices.takesAgain(COMMS_CHAT);
    now = now.plusSeconds(31);
    assertThat(shown(COMMS_CHAT)).hasSize(1);
    now = now.plusSeconds(3600);
    assertThat(shown(COMMS_CHAT)).hasSize(1);
    assertThat(shown(CHIEFS_CHAT)).hasSize(1);
  }

  @Test
  void aCrashAfterPostingIsLookedUpInTheChannelAndNothingIsPostedTwice() {
    askInChannel();
    notices.diesAfterPosting(CHANNEL);
    ask(CHIEF, QUESTION, "named");
    assertThatThrownBy(this::post).isInstanceOf(RecordedNotices.Died.class);

    press(COMMS, "expert-claim", openQuestion());
    now = now.plusSeconds(121);
    post();
    assertThat(notices.in(CHANNEL)).as("it may still be on its way").hasSize(1);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(shown(CHANNEL)).singleElement().asString().contains("Claimed");
  }

  @Test
  void whatIsToBeShownDoesNotWaitForAClockThatWasPutBack() {
    notices.answers(COMMS_CHAT, new SendResult.Failed("unreachable"));
    ask(CHIEF, QUESTION, "named");
    post();
    notices.takesAgain(COMMS_CHAT);

    now = now.minus(Duration.ofDays(1));

    assertThat(shown(COMMS_CHAT)).hasSize(1);
  }

  @Test
  void whatWasBegunBeforeTheClockWasPutBackIsNeverPostedOnAGuess() {
    askInChannel();
    notices.diesBeforePosting(CHANNEL);
    ask(CHIEF, QUESTION, "named");
    assertThatThrownBy(this::post).isInstanceOf(RecordedNotices.Died.class);

    now = now.minus(Duration.ofDays(1));
    assertThat(shown(CHANNEL)).isEmpty();
    now = now.plus(Duration.ofDays(2));
    assertThat(shown(CHANNEL)).isEmpty();
    now = now.plus(Duration.ofHours(1));
    assertThat(shown(CHANNEL)).isEmpty();
    assertThat(command(COMMS, "experts")).contains(QUESTION, "Open");
  }

  @Test
  void whatACrashKeptFromGoingOutIsPostedOnce() {
    askInChannel();
    notices.diesBeforePosting(CHANNEL);
    ask(CHIEF, QUESTION, "named");
    assertThatThrownBy(this::post).isInstanceOf(RecordedNotices.Died.class);

    now = now.plus(Duration.ofMinutes(6));
    post();
    now = now.plus(Duration.ofMinutes(6));
    assertThat(shown(CHANNEL)).singleElement().asString().contains(QUESTION, "Open");
  }

  @Test
  void whereNoChannelCanTellItIsNotPostedAgainAndTheListShowsIt() {
    askInChannel();
    notices.cannotTell();
    notices.diesAfterPosting(CHANNEL);
    ask(CHIEF, QUESTION, "named");
    assertThatThrownBy(this::post).isInstanceOf(RecordedNotices.Died.class);

    now = now.plus(Duration.ofHours(1));
    assertThat(shown(CHANNEL)).hasSize(1);
    assertThat(command(COMMS, "experts")).contains(QUESTION, "Open");
  }

  @Test
  void aLostReplyIsLookedUpLikeACrash() {
    notices.answers(COMMS_CHAT, new SendResult.Unconfirmed("no_reply"));
    ask(CHIEF, QUESTION, "named");
    post();
    notices.takesAgain(COMMS_CHAT);

    now = now.plus(Duration.ofMinutes(6));
    post();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(shown(COMMS_CHAT)).hasSize(1);
  }

  @Test
  void peopleOfAnotherChannelAreShownByNameOrAsAColleague() {
    Address inTeams = new Address(Address.Kind.TEAMS, "tenant-one", "aad-comms");
    String organisation = people.organisation(CHIEF).orElseThrow();
    // As after both sides' admins joined them.
    store.run(handle ->
        handle.execute(
            "insert into workspace (channel, workspace, organisation_id, created_at)"
                + " values ('teams', 'tenant-one', ?, 0)",
            organisation));
    roles.change(new Actor("operator", "test"), inTeams, Role.COMMS_LEAD);
    places.put(
        organisation,
        Place.conversation(Address.Kind.TEAMS, "tenant-one", "19:comms@thread.tacv2"),
        now.toEpochMilli(),
        new Actor("admin", "test"));
    ask(CHIEF, QUESTION, "named");

    Place channel = places.channel(organisation).orElseThrow();
    assertThat(shown(channel)).singleElement().asString().contains("a colleague in Slack");
    called.put(CHIEF, "Amara Okafor");
    assertThat(press(inTeams, "expert-claim", openQuestion()))
        .contains("Amara Okafor", "a colleague in Teams");
    answer(inTeams, openQuestion(), "Yes.", "none");
    assertThat(shown(CHIEFS_CHAT).getLast())
        .contains("Yes.", "a colleague in Teams")
        .doesNotContain("teams:", "tenant-one");
    assertThat(shown(channel)).singleElement().asString().doesNotContain("slack:", "T0TRUST");
  }

  @Test
  void whereNothingCanBeChangedEachStateIsToldByItself() {
    notices.answers(CHIEFS_CHAT, Notices.UNABLE);
    ask(CHIEF, QUESTION, "named");
    post();
    String id = openQuestion();
    press(COMMS, "expert-claim", id);
    post();
    answer(COMMS, id, "Yes.", "none");
    post();

    assertThat(notices.toldTo(CHIEF).stream().map(ExpertsTest::text))
        .anySatisfy(told -> assertThat(told).contains("Open"))
        .anySatisfy(told -> assertThat(told).contains("Claimed"))
        .anySatisfy(told -> assertThat(told).contains("An expert has answered you", "Yes."));
  }

  @Test
  void whatIsWaitingOutlivesARestartAndIsShownByTheNextStart() {
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    press(COMMS, "expert-claim", id);

    assertThat(shown(COMMS_CHAT)).singleElement().asString().contains("Claimed");
    assertThat(command(CHIEF, "experts")).contains(QUESTION, "Claimed");
    assertThat(command(COMMS, "expert questions")).contains(QUESTION, "expert-answer");
    assertThat(command(STRANGER, "experts")).contains("asked no expert");
  }

  @Test
  void personalDataIsMaskedAndADoubtIsTheAskersToMend() {
    Reply sent = (Reply) ask(CHIEF, "May mum ring 07700 900123 about our choir?", "named");
    assertThat(text(sent.message())).contains("leave out anything that could identify");
    assertThat(shown(COMMS_CHAT)).singleElement().asString().doesNotContain("900123");

    FormReply doubt = ask(CHIEF, "Bill in bay 3 with parkinsons wants to be in our reel", "named");
    assertThat(doubt)
        .isInstanceOfSatisfying(
            FormReply.Mend.class, mend -> assertThat(mend.problems()).containsKey("question"));
    assertThat(shown(COMMS_CHAT)).hasSize(1);
  }

  @Test
  void theFormBeginsWithTheMaskedWordsOfTheAnswerThatItIsUnder() {
    Reply found =
        coach.reply(new Incoming.Asked(CHIEF, "how often should I post, 07700 900123", false));
    store.settle();
    Action.Open open = expertButton(found.message());

    Form form = ((FormReply.Show) wanted(CHIEF, open.form(), open.about())).form();

    assertThat(typed(form)).contains("how often should I post").doesNotContain("900123");
    Form others = ((FormReply.Show) wanted(ADMIN, open.form(), "no-such-question")).form();
    assertThat(typed(others)).isEmpty();
  }

  @Test
  void anotherOrganisationsWordsAreInNobodysForm() {
    roles.change(new Actor("operator", "test"), STRANGER, Role.ADMIN);
    Reply found = coach.reply(new Incoming.Asked(CHIEF, "how often should I post", false));
    store.settle();

    Form forged =
        ((FormReply.Show) wanted(STRANGER, "expert-ask", expertButton(found.message()).about()))
            .form();

    assertThat(typed(forged)).isEmpty();
  }

  @Test
  void withoutTheirNameNobodySeesWhoAsked() {
    askInChannel();
    ask(CHIEF, QUESTION, "unnamed");

    assertThat(shown(CHANNEL)).singleElement().asString().doesNotContain("U0CHIEF");
    String organisation = people.organisation(CHIEF).orElseThrow();
    assertThat(audit.last(organisation, 10).toString())
        .contains("ask an expert")
        .doesNotContain("U0CHIEF");
    press(CHIEF, "expert-withdraw", openQuestion());
    assertThat(audit.last(organisation, 10).toString()).doesNotContain("U0CHIEF");
  }

  @Test
  void aLeaderMayNotAnswerAndIsToldWhoCanGrantIt() {
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();

    for (String button : List.of("expert-claim", "expert-hand-back", "expert-close")) {
      assertThat(press(CHIEF, button, id)).contains("Only a comms lead", "U0ADMIN");
    }
    assertThat(press(CHIEF, "expert-draft", id)).contains("Only a comms lead");
    assertThat(words(wanted(CHIEF, "expert-answer", id))).contains("Only a comms lead");
    assertThat(shown(COMMS_CHAT)).singleElement().asString().contains("Open");
    assertThat(audit.last(people.organisation(CHIEF).orElseThrow(), 20).toString())
        .contains("REFUSED");
  }

  @Test
  void anotherOrganisationFindsNothingWhateverItForges() {
    roles.change(new Actor("operator", "test"), STRANGER, Role.ADMIN);
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();

    for (ExpertButton button : ExpertButton.values()) {
      assertThat(press(STRANGER, button.id(), id))
          .contains("I cannot find that question")
          .doesNotContain("choir");
    }
    assertThat(words(wanted(STRANGER, "expert-answer", id))).doesNotContain("choir");
    FormReply sent =
        send(STRANGER, "expert-answer", id, Map.of("answer", "No", "guidance", "none"));
    assertThat(words(sent)).contains("I cannot find that question");
    assertThat(shown(COMMS_CHAT)).singleElement().asString().contains("Open");
  }

  @Test
  void nobodyElseWithdrawsAQuestion() {
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();

    assertThat(press(COMMS, "expert-withdraw", id)).contains("I cannot find that question");
    assertThat(press(ADMIN, "expert-thank", id)).contains("I cannot find that question");
    assertThat(press(CHIEF, "expert-withdraw", "no-such")).contains("I cannot find");
    assertThat(shown(CHIEFS_CHAT)).singleElement().asString().contains("Open");
  }

  @Test
  void onlyWhoClaimedAQuestionAnswersItAndOnlyOnce() {
    roles.change(new Actor("operator", "test"), OTHER_COMMS, Role.COMMS_LEAD);
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    Map<String, String> answer = Map.of("answer", "No, never.", "guidance", "none");

    assertThat(words(wanted(COMMS, "expert-answer", id))).contains("once you have claimed it");
    assertThat(words(send(COMMS, "expert-answer", id, answer))).doesNotContain("No, never.");
    press(COMMS, "expert-claim", id);
    assertThat(press(OTHER_COMMS, "expert-claim", id)).contains("somebody else was first");
    assertThat(press(OTHER_COMMS, "expert-hand-back", id)).contains("somebody else was first");
    assertThat(press(OTHER_COMMS, "expert-close", id)).contains("somebody else was first");
    assertThat(words(send(OTHER_COMMS, "expert-answer", id, answer))).doesNotContain("No, never.");

    answer(COMMS, id, "Yes.", "none");
    assertThat(words(send(COMMS, "expert-answer", id, answer))).contains("only once");
    assertThat(shown(CHIEFS_CHAT).getLast()).contains("Yes.").doesNotContain("No, never.");
  }

  @Test
  void whatTheFormsDoNotOfferIsNotTaken() {
    Map<String, String> withMore = new HashMap<>(Map.of("question", "Hm?", "name", "named"));
    withMore.put("organisation", "another");
    assertThat(words(send(CHIEF, "expert-ask", "", withMore))).contains("This form has changed");
    assertThat(words(send(CHIEF, "expert-ask", "", Map.of("question", "Hm?", "name", "king"))))
        .contains("This form has changed");
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    press(COMMS, "expert-claim", id);
    assertThat(
            words(
                send(COMMS, "expert-answer", id, Map.of("answer", "x", "guidance", "no-section"))))
        .contains("This form has changed");
  }

  @Test
  void whatIsHandedBackIsOpenToOthers() {
    roles.change(new Actor("operator", "test"), OTHER_COMMS, Role.COMMS_LEAD);
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    press(COMMS, "expert-claim", id);

    assertThat(press(COMMS, "expert-hand-back", id)).contains("Open");
    assertThat(press(OTHER_COMMS, "expert-claim", id)).contains("Claimed", "U0ZED");
  }

  @Test
  void aPersonWaitsForFewAnswersAtATime() {
    for (int i = 0; i < 5; i++) {
      ask(CHIEF, QUESTION, "named");
    }

    assertThat(words(ask(CHIEF, QUESTION, "named"))).contains("5 questions");
  }

  @Test
  void whoIsWaitedForIsRemindedTwiceAndOnlyInWorkingHours() {
    ask(CHIEF, QUESTION, "named");
    post();
    ExpertReminders reminders = reminders();

    assertThat(remindedAt(reminders, "2026-11-03T08:59:00Z")).as("within a day").isZero();
    assertThat(remindedAt(reminders, "2026-11-03T20:00:00Z")).as("at night").isZero();
    assertThat(remindedAt(reminders, "2026-11-04T08:00:00Z")).isOne();
    assertThat(remindedAt(reminders, "2026-11-04T12:00:00Z")).as("just reminded").isZero();
    assertThat(remindedAt(reminders, "2026-11-05T12:00:00Z")).as("on a bank holiday").isZero();
    assertThat(remindedAt(reminders, "2026-11-07T12:00:00Z")).as("on a Saturday").isZero();
    assertThat(remindedAt(reminders, "2026-11-09T08:00:00Z")).isOne();
    assertThat(remindedAt(reminders, "2026-11-12T08:00:00Z")).as("a third time").isZero();

    assertThat(shown(COMMS_CHAT))
        .hasSize(3)
        .allSatisfy(message -> assertThat(message).contains("still waiting"));
  }

  @Test
  void onlyWhoClaimedItIsRemindedOfAQuestion() {
    askInChannel();
    ask(CHIEF, QUESTION, "named");
    press(COMMS, "expert-claim", openQuestion());
    post();

    remindedAt(reminders(), "2026-11-04T09:00:00Z");

    assertThat(shown(COMMS_CHAT)).hasSize(1);
    assertThat(shown(CHANNEL)).hasSize(1);
  }

  @Test
  void anAnswerBecomesADraftThatGuidanceCanBeTakenFrom() {
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    press(COMMS, "expert-claim", id);
    assertThat(pressed(COMMS, "expert-draft", id).file()).isEmpty();
    answer(COMMS, id, "Yes, if all agree. Ring 07700 900123 first.", "none");

    SentFile draft = pressed(COMMS, "expert-draft", id).file().orElseThrow();

    assertThat(draft.name()).startsWith("asked-").endsWith(".md");
    Section section =
        OwnGuidance.read(draft.name(), draft.text().lines().toList(), ShippedContent.read().facts())
            .getFirst();
    assertThat(section.title()).isEqualTo(QUESTION);
    assertThat(section.shortAnswer()).startsWith("Yes, if all agree.").doesNotContain("900123");
  }

  @Test
  void oneWhoIsForgottenTakesTheirQuestionsAlongWhereverTheyAreShown() {
    askInChannel();
    ask(CHIEF, QUESTION, "named");
    assertThat(command(CHIEF, "my data")).contains("choir");
    post();

    command(CHIEF, CommandReader.FORGET_NOW);

    assertThat(shown(CHANNEL))
        .singleElement()
        .asString()
        .contains("Closed", "erased")
        .doesNotContain("choir", "U0CHIEF");
    assertThat(command(COMMS, "experts")).doesNotContain("choir");
  }

  @Test
  void whatAForgottenExpertClaimedIsOpenAgain() {
    ask(CHIEF, QUESTION, "named");
    String id = openQuestion();
    press(COMMS, "expert-claim", id);
    roles.change(new Actor("operator", "test"), OTHER_COMMS, Role.COMMS_LEAD);

    command(COMMS, CommandReader.FORGET_NOW);

    assertThat(shown(CHIEFS_CHAT)).singleElement().asString().doesNotContain("U0COMMS");
    assertThat(press(OTHER_COMMS, "expert-claim", id)).contains("Claimed", "U0ZED");
  }

  @Test
  void joinedOrganisationsHaveTheirQuestionsTogether() {
    people.organisation(STRANGER);
    ask(CHIEF, QUESTION, "named");
    askInChannel();
    String from = people.organisation(CHIEF).orElseThrow();
    String into = people.organisation(STRANGER).orElseThrow();

    store.run(handle -> new ExpertRecords().move(handle, from, into));

    assertThat(places.channel(from)).isEmpty();
    assertThat(places.channel(into)).contains(CHANNEL);
    assertThat(
            store.<List<String>, RuntimeException>read(handle ->
                handle
                    .select("select organisation_id from expert_question")
                    .mapTo(String.class)
                    .list()))
        .containsOnly(into);
  }

  @Test
  void oldQuestionsAreDeleted() {
    ask(CHIEF, QUESTION, "named");
    now = now.plus(Duration.ofDays(91));

    ExpertRecords.forgetOld(store, () -> now);

    assertThat(command(CHIEF, "experts")).contains("asked no expert");
    post();
    assertThat(notices.places()).isEmpty();
  }

  private void askInChannel() {
    places.put(
        people.organisation(CHIEF).orElseThrow(),
        CHANNEL,
        now.toEpochMilli(),
        new Actor("admin", "test"));
  }

  private ExpertReminders reminders() {
    return new ExpertReminders(store, places, HOLIDAYS::contains, () -> now);
  }

  private int remindedAt(ExpertReminders reminders, String time) {
    now = Instant.parse(time);
    int reminded = reminders.runOnce();
    post();
    return reminded;
  }

  private FormReply ask(Address from, String question, String name) {
    return send(from, "expert-ask", "", Map.of("question", question, "name", name));
  }

  private Form answerForm(Address by, String id) {
    return ((FormReply.Show) wanted(by, "expert-answer", id)).form();
  }

  private void answer(Address by, String id, String words, String guidance) {
    Reply reply =
        (Reply) send(by, "expert-answer", id, Map.of("answer", words, "guidance", guidance));
    assertThat(text(reply.message())).contains("Answered");
  }

  private FormReply wanted(Address from, String form, String about) {
    return coach.reply(new FormStep.Wanted(from, form, about));
  }

  private FormReply send(Address from, String form, String about, Map<String, String> entered) {
    Map<String, List<String>> fields = new HashMap<>();
    entered.forEach((field, value) -> fields.put(field, List.of(value)));
    return coach.reply(new FormStep.Sent(from, form, about, new Entered(fields)));
  }

  private Reply pressed(Address by, String button, String about) {
    return coach.reply(new Incoming.Pressed(by, button, about, true));
  }

  private String press(Address by, String button, String about) {
    Reply reply = pressed(by, button, about);
    assertThat(reply.privately()).isTrue();
    return text(reply.message());
  }

  private String command(Address from, String words) {
    return text(coach.reply(new Incoming.Asked(from, words, false)).message());
  }

  /** Has the channels brought up to date, as a start of Rapport does. */
  private void post() {
    try (ExpertPosting posting =
        new ExpertPosting(new ExpertPosts(store, places, () -> now), notices, wording)) {
      while (posting.runOnce() > 0) {
        // Until nothing is due.
      }
    }
  }

  /** What stands there once all is posted. */
  private List<String> shown(Place place) {
    post();
    return notices.in(place).stream().map(ExpertsTest::text).toList();
  }

  private String openQuestion() {
    return store.<String, RuntimeException>read(handle ->
        handle
            .select("select id from expert_question order by asked_at desc limit 1")
            .mapTo(String.class)
            .one());
  }

  private static String firstSection(Form form) {
    List<String> ids = new ArrayList<>();
    form.fields().stream()
        .filter(Field.OneOf.class::isInstance)
        .flatMap(field -> ((Field.OneOf) field).options().stream())
        .map(Field.Option::id)
        .filter(id -> !id.equals("none"))
        .forEach(ids::add);
    assertThat(ids).isNotEmpty();
    return ids.getFirst();
  }

  private static String typed(Form form) {
    return ((Field.Words) form.fields().getFirst()).first();
  }

  private static Action.Open expertButton(Message message) {
    List<Action.Open> found = new ArrayList<>();
    eachButton(
        message,
        button -> {
          if (button.action() instanceof Action.Open open) {
            found.add(open);
          }
        });
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String buttons(Message message) {
    StringBuilder all = new StringBuilder();
    eachButton(message, all::append);
    return all.toString();
  }

  private static void eachButton(Message message, Consumer<Block.Button> seen) {
    message.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(choices -> ((Block.Choices) choices).buttons().stream())
        .forEach(seen);
  }

  private static String words(FormReply reply) {
    return reply instanceof Reply said ? text(said.message()) : reply.toString();
  }

  private static String text(Message message) {
    return message.summary() + "\n" + message.blocks();
  }
}
