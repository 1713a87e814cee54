package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.NudgeWiring;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Audience;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.When;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.reaction.PastNudge;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.campaign.reaction.ReactionTally;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.OptOut;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.Enrolment;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.History;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.PersonalRecords;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Stage;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.library.Span;

/** What people get, and what follows from what they say to it. */
@ParameterizedClass
@EnumSource
class NudgesTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0STRANGER");

  /** A Tuesday on which no quiet day falls. */
  private static final Instant TUESDAY = Instant.parse("2027-02-02T09:00:00Z");

  private static final String GONE = "Nothing to do";

  private final TestDatabase database;

  @TempDir private Path folder;

  private Instant now = TUESDAY;
  private Store store;
  private People people;
  private PersonalPreferences preferences;
  private Suppression suppression;
  private Enrolments enrolments;
  private Ledger ledger;
  private GivenNudges given;
  private Audit audit;
  private NudgeWiring nudges;
  private Controls controls;
  private Campaign weekly;

  NudgesTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    people = new People(store, () -> now);
    preferences = new PersonalPreferences(store, () -> now);
    suppression = new Suppression(store, NudgesTest::hash, () -> now);
    enrolments = new Enrolments(store, suppression, () -> now);
    ledger = new Ledger(store, () -> now);
    given = new GivenNudges(store, () -> now);
    audit = new Audit(store, () -> now);
    Wording wording = new Wording(Map.of("contact", "the comms team", "days", "90"));
    nudges = NudgeWiring.of(store, people, audit, NudgesTest::hash, wording, () -> now);
    controls = new Controls(nudges.forms(), nudges.buttons(), wording);
    enrol(CHIEF);
    enrol(AMA);
    people.organisation(STRANGER);
    preferences.change(STRANGER, Preferences::start);
    weekly = campaign(Kind.WEEKLY, List.of());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theButtonsOfAnExampleAreAnsweredBesideItAndItStays() {
    for (String button : List.of("nudge-done", "nudge-not-for-me", "nudge-stopped")) {
      Reply reply = press(CHIEF, button, "sample");

      assertThat(reply.besides()).isTrue();
      assertThat(reply.message().summary()).isEqualTo("Only an example");
    }
    assertThat(((Reply) opened(CHIEF, "sample")).besides()).isTrue();
    assertThat(press(CHIEF, "nudge-done", "no-such").besides()).isFalse();
  }

  @Test
  void theFirstNudgeSaysWhoEnrolledThemAndWhyAndTheNextDoesNot() {
    assertThat(words(composed(delivery(CHIEF, weekly, "1.2027-W05"))))
        .contains("Why you get this", "The comms team", "the board's plan");
    sent(CHIEF, weekly, "1.2027-W05");
    now = now.plus(Duration.ofDays(7));
    Delivery second = delivery(CHIEF, weekly, "2.2027-W06");
    sent(CHIEF, weekly, "2.2027-W06");

    assertThat(words(composed(second))).doesNotContain("Why you get this");
  }

  @Test
  void aDeliveryComesOutTheSameWheneverItIsAskedForAgain() {
    Delivery delivery = delivery(CHIEF, weekly, "1.2027-W05");
    Message first = composed(delivery);
    preferences.change(CHIEF, wants -> as(wants, Position.GOVERNANCE, Stage.ROLE_MODEL));

    assertThat(composed(delivery)).isEqualTo(first);
    assertThat(given.past(person(CHIEF))).hasSize(1);
  }

  @Test
  void eachWeekBringsSomethingElse() {
    Message first = composed(delivery(CHIEF, weekly, "1.2027-W05"));
    now = now.plus(Duration.ofDays(7));
    assertThat(words(composed(delivery(CHIEF, weekly, "2.2027-W06")))).isNotEqualTo(words(first));

    List<PastNudge> past = given.past(person(CHIEF));
    assertThat(past)
        .extracting(each -> each.given().on().toString())
        .containsExactly("2027-02-09", "2027-02-02");
    assertThat(past.get(0).given().post()).isNotEqualTo(past.get(1).given().post());
  }

  @Test
  void doneIsKeptOnceAndSaidWhereTheNudgeStands() {
    Delivery delivery = delivered(CHIEF);
    Reply reply = press(CHIEF, "nudge-done", delivery.id());

    assertThat(reply.privately()).isTrue();
    assertThat(words(reply.message())).contains("Well done");
    assertThat(labels(reply.message())).contains("Stop").doesNotContain("Done", "I'll post this");
    press(CHIEF, "nudge-done", delivery.id());
    assertThat(reactions(CHIEF)).containsExactly(Reaction.DONE);
    assertThat(given.tallies(known(CHIEF).organisation(), weekly.id(), ZoneId.of("Europe/London")))
        .containsExactly(
            new ReactionTally(
                weekly.id(), delivery.occurrence(), Reaction.DONE, LocalDate.of(2027, 2, 2), 1));
  }

  @Test
  void aForgedPressReachesNobodyElsesNudge() {
    Delivery delivery = delivered(CHIEF);
    for (Address forger : List.of(AMA, STRANGER)) {
      for (String button :
          List.of("nudge-done", "nudge-not-for-me", "nudge-already-joined", "nudge-snoozed")) {
        assertThat(press(forger, button, delivery.id()).message().summary()).isEqualTo(GONE);
      }
      assertThat(((Reply) opened(forger, delivery.id())).message().summary()).isEqualTo(GONE);
    }
    assertThat(press(CHIEF, "nudge-done", "made-up").message().summary()).isEqualTo(GONE);
    assertThat(reactions(CHIEF)).isEmpty();
    assertThat(preferences.of(CHIEF).pausedUntil()).isEmpty();
    assertThat(preferences.of(AMA).pausedUntil()).isEmpty();
  }

  @Test
  void stopHoldsAtOnceAndTakesBackWhatIsQueued() {
    Delivery delivery = delivered(CHIEF);
    plan(CHIEF, weekly, "2.2027-W06");
    plan(AMA, weekly, "2.2027-W06");

    Reply reply = press(CHIEF, "nudge-stopped", delivery.id());

    assertThat(reply.message().summary()).isEqualTo("Stopped");
    assertThat(labels(reply.message())).isEmpty();
    assertThat(preferences.of(CHIEF).stopped()).isTrue();
    assertThat(status(CHIEF, "2.2027-W06")).isEqualTo("skipped opted_out");
    assertThat(status(AMA, "2.2027-W06")).isEqualTo("planned ");
    assertThat(preferences.of(AMA).stopped()).isFalse();
  }

  @Test
  void whoeverSaysStopIsHeardWhateverTheButtonWasAbout() {
    press(AMA, "nudge-stopped", delivered(CHIEF).id());
    assertThat(preferences.of(AMA).stopped()).isTrue();
    assertThat(preferences.of(CHIEF).stopped()).isFalse();
  }

  @Test
  void aSnoozeLeavesOutTheNudgeOfAWeekFromNowAndIsTakenOnce() {
    Delivery delivery = delivered(CHIEF);
    Reply reply = press(CHIEF, "nudge-snoozed", delivery.id());

    assertThat(words(reply.message())).contains("before Wednesday 10 February");
    assertThat(preferences.of(CHIEF).pausedUntil()).contains(LocalDate.of(2027, 2, 10));
    now = now.plus(Duration.ofDays(3));
    press(CHIEF, "nudge-snoozed", delivery.id());
    assertThat(preferences.of(CHIEF).pausedUntil()).contains(LocalDate.of(2027, 2, 10));
  }

  @Test
  void aSnoozeShortensNoLongerPause() {
    Delivery delivery = delivered(CHIEF);
    preferences.pause(CHIEF, LocalDate.of(2027, 3, 1));
    press(CHIEF, "nudge-snoozed", delivery.id());

    assertThat(preferences.of(CHIEF).pausedUntil()).contains(LocalDate.of(2027, 3, 1));
  }

  @Test
  void aNetworkThatIsJoinedIsNotSuggestedAgainEvenAfterAYear() {
    Delivery delivery = delivered(CHIEF);
    String network = given.past(person(CHIEF)).getFirst().given().network().orElseThrow();
    Reply reply = press(CHIEF, "nudge-already-joined", delivery.id());

    assertThat(labels(reply.message())).contains("Done").doesNotContain("Already joined");
    for (int week = 1; week <= 60; week++) {
      now = TUESDAY.plus(Duration.ofDays(7L * week));
      nudges.composer().compose(delivery(CHIEF, weekly, (week + 1) + ".W" + week));
    }
    assertThat(given.past(person(CHIEF)))
        .filteredOn(past -> past.given().network().equals(Optional.of(network)))
        .hasSize(1);
  }

  @Test
  void aPostIsFilledInCheckedAndLeadsToThePlatform() {
    Delivery delivery = delivered(CHIEF, "Say thank you.", Optional.of("nurses-day"));
    Form form = ((FormReply.Show) opened(CHIEF, delivery.id())).form();
    assertThat(form.fields())
        .extracting(field -> field.ask().label())
        .contains("Where will you post it?", "Your organisation, as people say it");

    Reply ready = (Reply) send(CHIEF, form, fill(form, "x", "Ask jane.doe@trust.nhs.uk #thankyou"));

    assertThat(words(ready.message()))
        .contains("Your post for X")
        .contains("To every nurse at Ask jane.doe@trust.nhs.uk #thankyou, in jobs that we see")
        .contains(
            "may belong to one person", "Could a patient be recognised if I leave out the name?")
        .contains("A hashtag begins with a small letter");
    assertThat(ready.message().blocks().toString())
        .contains("https://x.com/intent/post?text=To%20every%20nurse");
    assertThat(ready.privately()).isTrue();
    assertThat(reactions(CHIEF)).containsExactly(Reaction.ACTED);
    assertThat(everythingKept()).doesNotContain("jane.doe");
  }

  @Test
  void whereAPlatformTakesNoTextTheWordsAreToBeCopied() {
    Delivery delivery = delivered(CHIEF, "Say thank you.", Optional.of("nurses-day"));
    Form form = ((FormReply.Show) opened(CHIEF, delivery.id())).form();

    Message ready = ((Reply) send(CHIEF, form, fill(form, "facebook", "Ward 7"))).message();
    assertThat(words(ready)).contains("paste them into Facebook");
    assertThat(ready.blocks().toString()).doesNotContain("intent");
  }

  @Test
  void whatThePlatformsWordsNeedIsToldBesideItsField() {
    Delivery delivery = delivered(CHIEF, "Say thank you.", Optional.of("nurses-day"));
    Form form = ((FormReply.Show) opened(CHIEF, delivery.id())).form();
    Map<String, List<String>> entered = new HashMap<>(fill(form, "linkedin", "Northgate"));
    String places = idOf(form, "Four places where your nurses work, one of them a surprise");
    entered.remove(places);

    FormReply.Mend mend = (FormReply.Mend) send(CHIEF, form, entered);

    assertThat(mend.problems()).containsOnlyKeys(places);
    assertThat(reactions(CHIEF)).isEmpty();
  }

  @Test
  void aCampaignsOwnWordsAreSaidAsTheyAre() {
    Delivery delivery = delivered(CHIEF, "It is **staff survey** week.", Optional.empty());
    Message message = composed(delivery);

    assertThat(words(message)).contains("It is staff survey week.");
    assertThat(labels(message)).containsExactly("Done", "Not for me", "Snooze a week", "Stop");
    assertThat(words(press(CHIEF, "nudge-done", delivery.id()).message()))
        .contains("Well done", "staff survey");
  }

  @Test
  void whereNothingIsLeftToOfferNothingIsSent() {
    Delivery delivery = delivery(CHIEF, weekly, "1.2027-W05");
    Delivery unknown =
        new Delivery(
            "d",
            delivery.organisation(),
            "no-such",
            "1.2027-W05",
            delivery.person(),
            CHIEF,
            now,
            now);
    assertThat(nudges.composer().compose(unknown)).isEqualTo(new Composed.Nothing("no_campaign"));
  }

  @Test
  void whatWasGivenIsAmongTheirDataAndIsErasedWithThem() {
    Delivery delivery = delivered(CHIEF);
    press(CHIEF, "nudge-done", delivery.id());
    composed(delivery(AMA, weekly, "1.2027-W05"));
    PersonalRecords records =
        new PersonalRecords(
            store,
            new Roles(store, new Admins(Set.of()), audit, () -> now),
            suppression,
            audit,
            List.of(audit),
            List.of(enrolments, given));
    String id = person(CHIEF);

    assertThat(records.of(CHIEF).orElseThrow().signed())
        .anySatisfy(
            line -> assertThat(line).startsWith("nudge of 2027-02-02: ").endsWith("said: done"));
    records.forget(CHIEF);
    assertThat(given.past(id)).isEmpty();
    assertThat(count("nudge_reaction")).isZero();
    assertThat(given.past(person(AMA))).hasSize(1);
    assertThat(press(CHIEF, "nudge-done", delivery.id()).message().summary()).isEqualTo(GONE);
  }

  @Test
  void theNextNudgeIsShownWithItsDayAndKeepsNothing() {
    preferences.change(CHIEF, wants -> as(wants, Position.CHIEF_EXECUTIVE, Stage.REGULAR));
    now = TUESDAY.plusSeconds(60);
    Message next = nudges.commands().next(CHIEF);

    assertThat(words(next)).contains("Your next nudge comes on Tuesday 9 February at 09:00");
    assertThat(labels(next)).doesNotContain("Done", "Stop", "I'll post this");
    assertThat(given.past(person(CHIEF))).isEmpty();
    assertThat(words(nudges.commands().next(new Address(Address.Kind.WEB, "local", "me"))))
        .contains("Nobody has enrolled you for nudges yet");
  }

  @Test
  void whoeverStoppedIsShownTheirNudgeWhenTheyAskForIt() {
    preferences.change(CHIEF, Preferences::stop);

    assertThat(words(nudges.commands().next(CHIEF)))
        .contains("no nudge comes by itself", "Ten minutes this week")
        .doesNotContain("comes on");
  }

  @Test
  void onABankHolidayWhoeverAsksIsShownTheirNudgeAndTheNextComesAfterIt() {
    preferences.change(CHIEF, wants -> onMondays(wants));
    now = Instant.parse("2027-05-03T08:00:00Z");

    assertThat(words(nudges.commands().next(CHIEF)))
        .contains("comes on Tuesday 4 May at 09:00", "Ten minutes this week");
  }

  @Test
  void leaveAndAPauseMoveWhatTheHomePageTells() {
    enrol(CHIEF, List.of(new Span(LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 19))));
    assertThat(nextAt(CHIEF)).isEqualTo("2027-02-23T09:00Z[Europe/London]");

    preferences.pause(CHIEF, LocalDate.of(2027, 3, 1));
    assertThat(nextAt(CHIEF)).isEqualTo("2027-03-02T09:00Z[Europe/London]");
  }

  @Test
  void whatIsPlannedIsWhatTheHomePageTells() {
    Campaign thanks = campaign(Kind.ONE_OFF, List.of(Nudge.ofWords("Thank the porters.")));
    running(thanks);
    Instant due = Instant.parse("2027-02-04T14:30:00Z");
    ledger.open(thanks.organisation(), thanks.id(), "1.2027-02-04T14:30");
    ledger.plan(
        thanks.organisation(),
        thanks.id(),
        "1.2027-02-04T14:30",
        List.of(new Planned(person(CHIEF), CHIEF, due, due.plus(Duration.ofDays(3)))));

    assertThat(nextAt(CHIEF)).isEqualTo("2027-02-04T14:30Z[Europe/London]");
    assertThat(words(nudges.commands().next(CHIEF)))
        .contains("comes on Thursday 4 February at 14:30", "Thank the porters.");
    assertThat(nextAt(AMA)).isEqualTo("2027-02-09T09:00Z[Europe/London]");
  }

  @Test
  void aTypedStopTakesBackWhatIsQueuedAsTheButtonDoes() {
    plan(CHIEF, weekly, "1.2027-W05");
    plan(AMA, weekly, "1.2027-W05");
    PreferenceCommands typed =
        new PreferenceCommands(
            preferences,
            new History(store, () -> now),
            suppression,
            new OptOut(preferences, () -> now),
            () -> now,
            new Wording(Map.of("contact", "the comms team", "days", "90")));

    assertThat(typed.stop(CHIEF).summary()).isEqualTo("Stopped");

    assertThat(status(CHIEF, "1.2027-W05")).isEqualTo("skipped opted_out");
    assertThat(status(AMA, "1.2027-W05")).isEqualTo("planned ");
  }

  private String nextAt(Address of) {
    return nudges.commands().of(of).orElseThrow().at().toString();
  }

  private void running(Campaign campaign) {
    store.run(handle ->
        handle.execute("update campaign set state = 'running' where id = ?", campaign.id()));
  }

  private static Preferences onMondays(Preferences now) {
    return new Preferences(
        now.position(),
        now.stage(),
        now.platforms(),
        now.zone(),
        DayOfWeek.MONDAY,
        now.nudgeTime(),
        now.quiet(),
        now.pausedUntil(),
        now.stopped(),
        now.keepsHistory());
  }

  @Test
  void theHomePageTellsTheNextNudgeOfWhoeverIsToGetOne() {
    assertThat(nudges.commands().of(CHIEF))
        .hasValueSatisfying(next -> {
          assertThat(next.at().toString()).isEqualTo("2027-02-09T09:00Z[Europe/London]");
          assertThat(next.about()).startsWith("Your nudge for this week: ");
        });
    assertThat(nudges.commands().of(STRANGER)).isEmpty();
    preferences.change(CHIEF, Preferences::stop);
    assertThat(nudges.commands().of(CHIEF)).isEmpty();
  }

  private void enrol(Address who) {
    enrol(who, List.of());
  }

  private void enrol(Address who, List<Span> leave) {
    Enrolment said =
        new Enrolment(
            "The comms team",
            "the board's plan",
            Optional.of(Position.CHIEF_EXECUTIVE),
            Optional.of(Stage.REGULAR),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            leave,
            Set.of());
    enrolments.enrol(
        people.organisation(who).orElseThrow(), List.of(new Enrolments.Entry(who, said)));
  }

  private Campaign campaign(Kind kind, List<Nudge> said) {
    Plan plan =
        new Plan(
            "A campaign",
            kind,
            said,
            When.once(LocalDateTime.parse("2027-02-01T09:00"), Optional.empty()),
            Audience.EVERYONE);
    String organisation = people.organisation(CHIEF).orElseThrow();
    Leads leads =
        new Leads(people, new Roles(store, new Admins(Set.of()), audit, () -> now), audit);
    return new Campaigns(store, ledger, audit, () -> now)
        .create(leads.operator(organisation, new Actor("operator", "command line")), plan);
  }

  private void plan(Address to, Campaign campaign, String occurrence) {
    Person person = known(to);
    ledger.open(person.organisation(), campaign.id(), occurrence);
    ledger.plan(
        person.organisation(),
        campaign.id(),
        occurrence,
        List.of(new Planned(person.id(), to, now, now.plus(Duration.ofDays(3)))));
  }

  /** A delivery that its runner has claimed. */
  private Delivery delivery(Address to, Campaign campaign, String occurrence) {
    plan(to, campaign, occurrence);
    settle(to, campaign, occurrence, "claimed");
    Person person = known(to);
    String id =
        store.read(handle ->
            handle
                .select(
                    "select id from delivery where campaign = ? and occurrence = ? and person = ?",
                    campaign.id(),
                    occurrence,
                    person.id())
                .mapTo(String.class)
                .one());
    return new Delivery(
        id,
        person.organisation(),
        campaign.id(),
        occurrence,
        person.id(),
        to,
        now,
        now.plus(Duration.ofDays(3)));
  }

  private void sent(Address to, Campaign campaign, String occurrence) {
    settle(to, campaign, occurrence, "sent");
  }

  private void settle(Address to, Campaign campaign, String occurrence, String status) {
    store.run(handle ->
        handle.execute(
            "update delivery set status = ?, claimed_at = ? where campaign = ? and occurrence = ?"
                + " and person = ?",
            status,
            now.toEpochMilli(),
            campaign.id(),
            occurrence,
            person(to)));
  }

  /** The person's own of this week, as they have it. */
  private Delivery delivered(Address to) {
    Delivery delivery = delivery(to, weekly, "1.2027-W05");
    composed(delivery);
    return delivery;
  }

  private Delivery delivered(Address to, String words, Optional<String> post) {
    Campaign campaign =
        campaign(Kind.ONE_OFF, List.of(new Nudge(words, post, Optional.empty(), Optional.empty())));
    Delivery delivery = delivery(to, campaign, "1.2027-02-02T09:00");
    composed(delivery);
    return delivery;
  }

  private Message composed(Delivery delivery) {
    return ((Composed.Ready) nudges.composer().compose(delivery)).message();
  }

  private Reply press(Address from, String button, String about) {
    return controls.reply(new Incoming.Pressed(from, button, about, false));
  }

  private FormReply opened(Address from, String about) {
    return controls.reply(new FormStep.Wanted(from, "post", about));
  }

  private FormReply send(Address from, Form form, Map<String, List<String>> entered) {
    return controls.reply(new FormStep.Sent(from, "post", form.about(), new Entered(entered)));
  }

  /** All that a form asks, with the same words in each field, as far as they fit. */
  private static Map<String, List<String>> fill(Form form, String platform, String words) {
    Map<String, List<String>> entered = new HashMap<>();
    for (Field field : form.fields()) {
      entered.put(
          field.ask().id(),
          List.of(
              field instanceof Field.Words typed
                  ? words.substring(0, Math.min(words.length(), typed.longest()))
                  : platform));
    }
    return entered;
  }

  private static String idOf(Form form, String label) {
    return form.fields().stream()
        .filter(field -> field.ask().label().equals(label))
        .map(field -> field.ask().id())
        .findFirst()
        .orElseThrow();
  }

  private List<Reaction> reactions(Address of) {
    return given.past(person(of)).stream().flatMap(past -> past.reactions().stream()).toList();
  }

  private String person(Address at) {
    return known(at).id();
  }

  private Person known(Address at) {
    return people.person(at).orElseThrow();
  }

  private String status(Address to, String occurrence) {
    return store.read(handle ->
        handle
            .select(
                "select status || ' ' || reason from delivery where person = ? and occurrence = ?",
                person(to),
                occurrence)
            .mapTo(String.class)
            .one());
  }

  private int count(String table) {
    return store.read(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }

  private String everythingKept() {
    return store.read(handle ->
        handle.select("select * from nudge").mapToMap().list().toString()
            + handle.select("select * from nudge_reaction").mapToMap().list()
            + handle.select("select * from preference").mapToMap().list());
  }

  private static Preferences as(Preferences now, Position position, Stage stage) {
    return new Preferences(
        Optional.of(position),
        stage,
        now.platforms(),
        now.zone(),
        now.nudgeDay(),
        now.nudgeTime(),
        now.quiet(),
        now.pausedUntil(),
        now.stopped(),
        now.keepsHistory());
  }

  private static List<String> labels(Message message) {
    return message.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(block -> ((Block.Choices) block).buttons().stream())
        .filter(button -> !(button.action() instanceof Action.Ask))
        .map(Block.Button::label)
        .toList();
  }

  /** All that is written in it. */
  private static String words(Message message) {
    StringBuilder words = new StringBuilder(message.summary());
    for (Block block : message.blocks()) {
      words
          .append('\n')
          .append(
              switch (block) {
                case Block.Heading heading -> heading.text();
                case Block.Paragraph paragraph -> paragraph.text().words();
                case Block.Steps steps -> steps.items().toString();
                case Block.Bullets bullets ->
                    bullets.title() + bullets.items().stream().map(item -> item.words()).toList();
                case Block.Quote quote -> quote.text().words();
                case Block.Note note -> note.text().words();
                case Block.Sources sources -> sources.sources().toString();
                case Block.Choices choices -> choices.title();
              });
    }
    return words.toString();
  }

  private static List<byte[]> hash(String purpose, String text) {
    return List.of(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32));
  }
}
