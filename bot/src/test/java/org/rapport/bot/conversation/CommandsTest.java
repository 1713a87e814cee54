package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.History;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Knowledge;

/** What people tell the coach to do, as they tell it. */
@ParameterizedClass
@EnumSource
class CommandsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");
  private static final Address AMA_IN_TEAMS =
      new Address(Address.Kind.TEAMS, "9f-tenant", "6a1c-ama");
  private static final Address TEAMS_ADMIN =
      new Address(Address.Kind.TEAMS, "9f-tenant", "77aa-admin");
  private static final String QUESTION = "how often should I post";

  @TempDir private static Path shipped;
  private static Knowledge knowledge;

  private final TestDatabase database;

  @TempDir private Path folder;

  private final List<String> notices = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private Store store;
  private Coach coach;

  CommandsTest(TestDatabase database) {
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
    Audit audit = new Audit(store, () -> now);
    People people = new People(store, () -> now);
    Roles roles = new Roles(store, new Admins(Set.of(CHIEF, TEAMS_ADMIN)), audit, () -> now);
    QuestionLog questions = new QuestionLog(store, () -> now, Duration.ofDays(90));
    Wording wording = new Wording(Map.of("contact", "the comms team", "days", "90"));
    Commands commands =
        WiredCommands.of(
            store,
            knowledge,
            people,
            roles,
            questions,
            CommandsTest::macs,
            (to, message) -> notices.add(to.user() + ": " + words(message)),
            wording,
            () -> now);
    coach =
        new Coach(
            knowledge,
            people,
            questions,
            new Documents(
                roles,
                people,
                () -> {
                  throw new AssertionError("Nothing was to be taken in");
                },
                wording),
            commands,
            new Controls(List.of(), List.of(), wording),
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
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void nudgesAreFrozenAndUnfrozenByThoseWhoMay() {
    assertThat(tell(CHIEF, "freeze nudges")).contains("Nobody in your organisation");
    assertThat(frozen()).isEqualTo(1);
    assertThat(tell(AMA, "unfreeze nudges")).contains("Only a comms lead or an admin");
    assertThat(frozen()).isEqualTo(1);
    assertThat(tell(CHIEF, "Unfreeze nudges")).contains("go out again");
    assertThat(frozen()).isZero();
  }

  @Test
  void aPersonSeesAllThatIsHeldInWordsAndAsAFile() throws Exception {
    tell(AMA, "history on");
    tell(AMA, QUESTION + " now mrs patel is back, ring 07700 900123");
    Reply reply = reply(AMA, "my data");

    assertThat(words(reply.message())).contains("slack:T0TRUST/U0AMA", "how often should I post");
    assertThat(words(reply.message())).doesNotContain("900123");
    assertThat(reply.privately()).isTrue();
    SentFile file = reply.file().orElseThrow();
    assertThat(file.name()).isEqualTo("my-data.json");
    JsonNode json = new ObjectMapper().readTree(file.text());
    assertThat(json.at("/addresses/0").asText()).isEqualTo("slack:T0TRUST/U0AMA");
    assertThat(json.at("/preferences/keepsHistory").asBoolean()).isTrue();
    assertThat(json.at("/history").size()).isOne();
  }

  @Test
  void whoNeverWroteHasNothing() {
    assertThat(tell(AMA, "my data")).contains("I hold nothing about you");
  }

  @Test
  void forgettingIsConfirmedByAButtonThatForgetsWhoeverPressesIt() {
    tell(AMA, "history on");
    tell(CHIEF, "history on");
    Reply asked = reply(AMA, "forget me");
    assertThat(tell(AMA, "my data")).contains("What I hold about you");
    String command = button(asked);
    assertThat(command).doesNotContain("U0AMA", "T0TRUST");

    // Another who got hold of the button only forgets themselves.
    assertThat(tell(CHIEF, command)).contains("I have erased what I held about you");
    assertThat(tell(AMA, "history")).contains("asked nothing since");

    assertThat(tell(AMA, command)).contains("I have erased", "so that no campaign ever writes");
    assertThat(tell(AMA, "my data")).contains("I hold nothing about you");
    assertThat(tell(AMA, command)).contains("I hold nothing about you but a scrambled form");
  }

  @Test
  void forgettingReachesWhatIsOnlyRemembered() {
    String forgotten = reply(CHIEF, "and on LinkedIn?").message().summary();
    tell(AMA, "how many characters do I get on X");
    tell(AMA, CommandReader.FORGET_NOW);

    assertThat(reply(AMA, "and on LinkedIn?").message().summary()).isEqualTo(forgotten);
  }

  @Test
  void whoWritesAgainIsToldOnceMoreWhoCanSeeWhat() {
    tell(AMA, QUESTION);
    tell(AMA, CommandReader.FORGET_NOW);

    assertThat(tell(AMA, QUESTION)).contains("Who can see what");
  }

  @Test
  void whatIsPersonalIsNotSaidWhereOthersRead() {
    for (String words : List.of("my data", "forget me", "yes, forget me", "link", "settings")) {
      Reply reply = coach.reply(new Incoming.Asked(AMA, words, true));

      assertThat(reply.privately()).isTrue();
      assertThat(words(reply.message())).contains("in a direct message");
      assertThat(reply.file()).isEmpty();
    }
    Reply stopped = coach.reply(new Incoming.Asked(AMA, "stop", true));
    assertThat(stopped.privately()).isTrue();
    assertThat(words(stopped.message())).contains("not write to you unasked");
  }

  @Test
  void stoppingPausingAndStartingAreInTheSettings() {
    assertThat(tell(AMA, "start")).contains("I coach NHS leaders");
    assertThat(tell(AMA, "settings")).contains("Europe/London", "Tuesday, 09:00");
    tell(AMA, "stop");
    assertThat(tell(AMA, "settings")).contains("stopped");
    assertThat(tell(AMA, "start")).contains("I may write to you again");
    assertThat(tell(AMA, "pause until 24 December")).contains("before Thursday 24 December 2026");
    assertThat(tell(AMA, "settings")).contains("paused until Thursday 24 December 2026");
    assertThat(tell(AMA, "pause until Christmas")).contains("for example \"pause until");
    assertThat(tell(AMA, "pause until 24/12/2031")).contains("within the next year");
  }

  @Test
  void startingTakesOneOffTheSuppressionList() {
    tell(AMA, CommandReader.FORGET_NOW);

    assertThat(tell(AMA, "start")).contains("I may write to you again");
    assertThat(tell(AMA, "start")).contains("I coach NHS leaders");
  }

  @Test
  void historyIsOffUntilItIsTurnedOn() {
    tell(AMA, QUESTION);
    assertThat(tell(AMA, "history")).contains("I keep no list");
    tell(AMA, "history on");
    tell(AMA, QUESTION);
    tell(AMA, "I want to kill myself");
    assertThat(tell(AMA, "history"))
        .containsOnlyOnce("how often should I post")
        .doesNotContain("kill");
    tell(AMA, "history off");
    tell(AMA, "history on");
    assertThat(tell(AMA, "history")).contains("asked nothing since");
  }

  @Test
  void anAdminGrantsByMentionAndOthersAreToldWhoCan() {
    assertThat(words(grant(AMA, "grant @ama admin"))).contains("Only an admin", "U0CHIEF");
    assertThat(words(grant(CHIEF, "grant @ama comms lead"))).contains("is Comms lead now");
    assertThat(tell(CHIEF, "roles")).contains("Comms lead", "U0AMA", "U0CHIEF", "whoever runs");
    assertThat(tell(AMA, "roles")).contains("Only an admin", "U0CHIEF");
    assertThat(words(grant(CHIEF, "grant @ama comms lead"))).contains("already");
    assertThat(words(grant(CHIEF, "revoke @ama"))).contains("is Leader now");
    assertThat(words(grant(CHIEF, "grant @ama king"))).contains("leader, comms-lead, admin");
    assertThat(tell(CHIEF, "revoke slack:T0TRUST/U0CHIEF")).contains("named them as an admin");
    assertThat(tell(CHIEF, "grant teams:9f-tenant/6a1c-ama admin"))
        .contains("belong to another organisation");
    assertThat(tell(CHIEF, "grant @everybody admin")).contains("could not tell whom");
  }

  @Test
  void twoOrganisationsJoinAndThenAPersonLinksTheirTwoPlaces() {
    String early = code(tell(AMA, "link"));
    assertThat(tell(AMA_IN_TEAMS, "link " + early)).contains("belong to two organisations");
    assertThat(notices).singleElement().asString().startsWith("U0AMA: ");

    assertThat(tell(AMA, "join")).contains("Only an admin", "U0CHIEF");
    String join = code(tell(CHIEF, "join"));
    assertThat(tell(TEAMS_ADMIN, "join " + join)).contains("I have asked the admin");
    assertThat(notices.getLast()).startsWith("U0CHIEF: ").contains("Nothing is deleted");
    String confirm = button(reply(CHIEF, "join"));
    assertThat(tell(TEAMS_ADMIN, confirm)).contains("no such request");
    assertThat(tell(CHIEF, confirm)).contains("teams 9f-tenant has joined slack T0TRUST");
    assertThat(notices.getLast()).startsWith("77aa-admin: ");

    String code = code(tell(AMA, "link"));
    assertThat(tell(AMA_IN_TEAMS, "link " + code)).contains("You are one person here and there");
    assertThat(notices.getLast()).startsWith("U0AMA: ").contains("used in Teams");
    tell(AMA_IN_TEAMS, "stop");
    assertThat(tell(AMA, "settings")).contains("stopped");
  }

  @Test
  void whatIsAskedJustAfterJoiningBelongsToTheOneOrganisation() {
    tell(CHIEF, QUESTION);
    tell(AMA_IN_TEAMS, QUESTION);
    tell(TEAMS_ADMIN, "join " + code(tell(CHIEF, "join")));
    tell(CHIEF, button(reply(CHIEF, "join")));
    tell(AMA_IN_TEAMS, QUESTION);
    store.settle();

    List<String> organisations =
        store.read(handle ->
            handle.select("select organisation_id from question").mapTo(String.class).list());
    assertThat(organisations).hasSize(3).containsOnly(organisations.getFirst());
  }

  @Test
  void wrongCodesAreCountedAndThenLocked() {
    for (int left = 4; left >= 0; left--) {
      assertThat(tell(AMA, "link ACDE-FGHJ")).contains("You can try " + left + " more times");
    }
    assertThat(tell(AMA, "link ACDE-FGHJ")).contains("try again in 60 minutes");
  }

  @Test
  void withoutTheDatabaseNothingIsPromised() {
    store.close();

    for (String words : List.of("stop", "roles", "link")) {
      assertThat(tell(AMA, words))
          .containsAnyOf("I cannot reach my records", "went wrong on my side");
    }
  }

  private Message grant(Address from, String words) {
    return coach.reply(new Incoming.Asked(from, words, false, "", List.of(AMA))).message();
  }

  private String tell(Address from, String words) {
    return words(reply(from, words).message());
  }

  private Reply reply(Address from, String words) {
    return coach.reply(new Incoming.Asked(from, words, false));
  }

  private static String code(String words) {
    return words.replaceAll("(?s).*?([A-Z0-9]{4}-[A-Z0-9]{4}).*", "$1");
  }

  /** What its only button asks. */
  private static String button(Reply reply) {
    return reply.message().blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(choices -> ((Block.Choices) choices).buttons().stream())
        .map(button -> ((Action.Ask) button.action()).question())
        .findFirst()
        .orElseThrow();
  }

  private int frozen() {
    return store.read(
        handle -> handle.select("select count(*) from frozen").mapTo(Integer.class).one());
  }

  private static String words(Message message) {
    return message.blocks().toString();
  }

  private static List<byte[]> macs(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("a key".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return List.of(mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
