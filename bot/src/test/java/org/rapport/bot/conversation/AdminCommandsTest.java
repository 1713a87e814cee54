package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.AdminWiring;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.Roles;
import org.rapport.bot.release.Releases;
import org.rapport.bot.release.Replica;
import org.rapport.bot.release.Uploads;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ask.Intake;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.upload.DocumentReader;
import org.rapport.knowledge.upload.UploadedFile;

/** What admins and comms leads do in chat. */
@ParameterizedClass
@EnumSource
class AdminCommandsTest {
  private static final Address ADMIN = new Address(Address.Kind.SLACK, "T0TRUST", "U0ADMIN");
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Address COMMS = new Address(Address.Kind.SLACK, "T0TRUST", "U0COMMS");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0ALIEN");
  private static final Place CHANNEL = Place.conversation(Address.Kind.SLACK, "T0TRUST", "C0COMMS");
  private static final Actor OPERATOR = new Actor("operator", "test");
  private static final Wording WORDING =
      new Wording(Map.of("contact", "the comms team", "days", "90"));

  @TempDir private static Path shipped;
  private static Knowledge knowledge;

  private final TestDatabase database;

  @TempDir private Path folder;

  private final Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private final RecordedNotices notices = new RecordedNotices();
  private Store store;
  private Audit audit;
  private People people;
  private Roles roles;
  private QuestionLog questions;
  private ExpertPlaces places;
  private Releases releases;
  private AdminWiring wiring;
  private AdminCommands admins;
  private FreezeCommands freeze;

  AdminCommandsTest(TestDatabase database) {
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
    questions = new QuestionLog(store, () -> now, Duration.ofDays(90));
    places = new ExpertPlaces(store, roles, audit);
    releases =
        new Releases(
            store, knowledge, new Replica(store, knowledge), KnownVectors.NONE, audit, () -> now);
    wiring = new AdminWiring(store, people, roles, audit, notices, WORDING, () -> now);
    admins = wiring.admins(knowledge, releases, this::uploads, places);
    freeze = wiring.freeze();
    roles.change(OPERATOR, COMMS, Role.COMMS_LEAD);
  }

  @AfterEach
  void close() {
    wiring.work().close();
    store.close();
  }

  @Test
  void adminAloneListsWhatThereIs() {
    assertThat(tell(ADMIN, "admin")).contains("admin reindex", "admin experts here", "unfreeze");
  }

  @Test
  void everyTaskIsRefusedToOthersWhoAreToldWhoCanGrantIt() {
    for (String task : AdminTask.WHOLE.keySet()) {
      for (Address other : List.of(CHIEF, COMMS)) {
        assertThat(tell(other, task)).as(task).contains("Only an admin", "U0ADMIN");
      }
    }
    assertThat(tell(STRANGER, "admin rollback 1")).contains("Nobody here is an admin yet");
    assertThat(trail(CHIEF)).contains("admin rollback", "admin unanswered", "REFUSED");
    assertThat(places.channel(organisation(CHIEF))).isEmpty();
  }

  @Test
  void rolesAreListedAndThatIsNoted() {
    assertThat(tell(ADMIN, "admin roles")).contains("Comms lead", "U0COMMS");
    assertThat(trail(ADMIN)).contains("admin roles");
  }

  @Test
  void expertsAreAskedInTheChannelWhereAnAdminSaysSoOnceRapportCanWriteThere() {
    notices.answers(CHANNEL, new SendResult.Refused("not_in_channel"));
    assertThat(tell(ADMIN, "admin experts here")).contains("Add me to a channel first");
    assertThat(places.channel(organisation(ADMIN))).isEmpty();

    notices.takesAgain(CHANNEL);
    assertThat(tell(ADMIN, "admin experts here")).contains("come to this channel");
    assertThat(places.channel(organisation(ADMIN))).contains(CHANNEL);
    assertThat(text(notices.in(CHANNEL).getFirst())).contains("come here");
    assertThat(tell(ADMIN, "admin experts off")).contains("comms leads' own chats from now on");
    assertThat(tell(ADMIN, "admin experts off")).contains("already");
    assertThat(trail(ADMIN)).contains("experts here", "experts off");
  }

  @Test
  void whatIsUnansweredIsGroupedInOneMessageThatChanges() {
    missed(CHIEF, "may our choir livestream its rehearsal");
    missed(CHIEF, "may our choir livestream its rehearsals");
    missed(STRANGER, "what about zebras in the car park");

    assertThat(tell(ADMIN, "admin unanswered")).contains("One message in our own chat");
    wiring.work().close();

    assertThat(notices.in(Place.chatOf(ADMIN)))
        .singleElement()
        .satisfies(told ->
            assertThat(text(told))
                .contains("What to write next", "choir livestream", "Asked 2 times")
                .doesNotContain("zebras"));
  }

  @Test
  void whereNothingCanBePostedTheResultIsTheReply() {
    notices.answers(Place.chatOf(ADMIN), Notices.UNABLE);

    assertThat(tell(ADMIN, "admin unanswered")).contains("Nothing to write");
    assertThat(tell(ADMIN, "admin unanswered")).contains("Nothing to write");
  }

  @Test
  void anAdminRebuildsAndRollsBackTheirOwnOrganisationsDocumentsAlone() throws IOException {
    roles.change(OPERATOR, STRANGER, Role.ADMIN);
    notices.answers(Place.chatOf(STRANGER), Notices.UNABLE);
    assertThat(tell(STRANGER, "admin reindex")).contains("given me no documents");
    assertThat(tell(STRANGER, "admin rollback")).contains("given me no documents");
    give("The rota is on the second floor, beside the choir room.");

    assertThat(tell(ADMIN, "admin reindex")).contains("I have begun");
    wiring.work().close();

    assertThat(notices.in(Place.chatOf(ADMIN)))
        .singleElement()
        .satisfies(told ->
            assertThat(text(told))
                .contains("Generation 2 is live", "No section was added", "test questions"));
    assertThat(tell(STRANGER, "admin rollback 1")).contains("given me no documents");
    assertThat(tell(ADMIN, "admin rollback")).contains("Generation 2, live", "Go back to 1");
    assertThat(tell(ADMIN, "admin rollback 7")).contains("Generation 2, live");
    assertThat(tell(ADMIN, "admin rollback 1")).contains("Generation 1");
    assertThat(tell(ADMIN, "admin rollback")).contains("Generation 1, live");
    assertThat(trail(ADMIN)).contains("rollback", "reindex");
  }

  @Test
  void aCommsLeadFreezesWithAReasonAndTheOthersAreTold() {
    assertThat(text(freeze.freeze(CHIEF, "now"))).contains("Only a comms lead", "U0ADMIN");
    assertThat(frozen()).isFalse();

    assertThat(text(freeze.freeze(COMMS, "A death, ring 07700 900123")))
        .contains("Nobody in your organisation");

    assertThat(frozen()).isTrue();
    assertThat(notices.toldTo(ADMIN))
        .singleElement()
        .satisfies(
            told -> assertThat(text(told)).contains("U0COMMS", "A death").doesNotContain("900123"));
    assertThat(notices.toldTo(COMMS)).isEmpty();
    assertThat(text(freeze.unfreeze(CHIEF))).contains("Only a comms lead");
    assertThat(frozen()).isTrue();
    assertThat(text(freeze.unfreeze(ADMIN))).contains("go out again");
    assertThat(frozen()).isFalse();
    assertThat(trail(CHIEF)).contains("freeze", "unfreeze", "REFUSED").doesNotContain("A death");
  }

  private boolean frozen() {
    Freeze seen = new Freeze(store, audit, () -> now);
    seen.keepUp();
    assertThat(seen.frozen(organisation(STRANGER))).isFalse();
    return seen.frozen(organisation(CHIEF));
  }

  private void missed(Address asker, String words) {
    questions.add(
        organisation(asker),
        asker.channel(),
        PersonalData.find(words),
        "unsure",
        Optional.empty(),
        Optional.empty(),
        0.1,
        1);
    store.settle();
  }

  private void give(String words) throws IOException {
    Path file = Files.writeString(folder.resolve("rota.txt"), "Where is the rota?\n\n" + words);
    uploads()
        .take(
            organisation(ADMIN),
            List.of(new UploadedFile("rota.txt", file)),
            false,
            OPERATOR,
            Progress.UNHEARD);
  }

  private Uploads uploads() {
    DocumentReader reader = new DocumentReader(() -> now, DocumentReader.USUAL_PATIENCE);
    return new Uploads(store, releases, new Intake(reader, Map.of()), List.of(), () -> now);
  }

  private String organisation(Address of) {
    return people.organisation(of).orElseThrow();
  }

  private String trail(Address of) {
    return audit.last(organisation(of), 100).toString();
  }

  private String tell(Address from, String words) {
    Incoming.Asked asked = new Incoming.Asked(from, words, false, "C0COMMS");
    AdminTask task = AdminTask.read(words).orElseThrow();
    return text(admins.reply(asked, task));
  }

  private static String text(Message message) {
    return message.summary() + "\n" + message.blocks();
  }
}
