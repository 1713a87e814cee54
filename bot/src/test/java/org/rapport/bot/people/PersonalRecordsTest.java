package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.people.Cast.AMA;
import static org.rapport.bot.people.Cast.AMA_IN_TEAMS;
import static org.rapport.bot.people.Cast.BEN;
import static org.rapport.bot.people.Cast.CHIEF;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Planned;
import org.rapport.bot.expert.Asking;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.expert.ExpertPlaces;
import org.rapport.bot.store.TestDatabase;

class PersonalRecordsTest extends OnePersonTest {
  private static final Actor OPERATOR = new Actor("operator", "command line");

  /** Tables of which {@link HeldData} has what is about the person. */
  private static final Set<String> TOLD =
      Set.of(
          "organisation",
          "person",
          "address",
          "person_role",
          "preference",
          "history",
          "one_time_code",
          "join_request",
          "calendar_feed",
          "audit",
          "generation",
          "expert_question",
          "expert_post",
          "delivery",
          "address_end",
          "teams_reference",
          "assistant_thread",
          "campaign",
          "enrolment",
          "person_tag",
          "person_leave",
          "people_list_member",
          "nudge",
          "nudge_reaction");

  /** Tables that are about nobody in particular, and why. */
  private static final Map<String, String> ABOUT_NOBODY =
      Map.ofEntries(
          Map.entry("workspace", "a workspace is no person"),
          Map.entry("expert_channel", "a channel is no person"),
          Map.entry("question", "who asked is never kept"),
          Map.entry("seen_event", "hashes of event ids, for minutes"),
          Map.entry("teams_answer", "keyed hashes of messages, for a month"),
          Map.entry("guidance_entry", "sections of guidance"),
          Map.entry("entry_vectors", "numbers"),
          Map.entry("live_generation", "which guidance is live"),
          Map.entry(
              "code_try", "a keyed hash, for an hour; forgetting must be no way round a lock"),
          Map.entry("slack_install", "a workspace's; who installed it is in the audit trail"),
          Map.entry("slack_grid_workspace", "a workspace is no person"),
          Map.entry("slack_install_state", "hashes, for minutes"),
          Map.entry("suppression", "a keyed hash; it is what forgetting leaves, and says so"),
          Map.entry("occurrence", "a date of a campaign"),
          Map.entry("campaign_rules", "an organisation is no person"),
          Map.entry("quiet_period", "an organisation is no person"),
          Map.entry("people_list", "the name of a list; who is on it is told"),
          Map.entry("inbox", "sealed, for minutes"),
          Map.entry("frozen", "an organisation is no person"),
          Map.entry("budget", "who was written to within the hour; it goes with the person"),
          Map.entry("flyway_schema_history", "which tables there are"));

  PersonalRecordsTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void everythingIsHeldAboutAma() {
    sameOrganisation(AMA, AMA_IN_TEAMS);
    people.introduce(AMA);
    linking.link(AMA_IN_TEAMS, linking.code(AMA));
    linking.code(AMA);
    roles.change(OPERATOR, AMA, Role.ADMIN);
    preferences.change(AMA, usual -> usual.keepingHistory(true));
    calendars.renew(AMA);
    history.add(AMA, "how often should I post", Optional.of("How often"), Optional.of("often"));
    Joining joining = new Joining(store, roles, HASH, audit, List.of(), () -> now);
    Address guest = Cast.STRANGER;
    roles.change(OPERATOR, guest, Role.ADMIN);
    joining.ask(guest, ((JoinStep.Code) joining.start(AMA)).code());
    linking.code(AMA);
    askAnExpert();
    roles.change(BEN, AMA, Role.LEADER);
    enrolments.enrol(
        people.organisation(AMA).orElseThrow(), List.of(new Enrolments.Entry(AMA, enrolment())));
    isToGetANudge(AMA);
    opensThePane(AMA);
    store.settle();
  }

  @Test
  void everyTableIsToldOfOrKnownToBeAboutNobody() {
    Set<String> accounted = new TreeSet<>(TOLD);
    accounted.addAll(ABOUT_NOBODY.keySet());

    assertThat(tables())
        .as("tables; a new one belongs into HeldData and forgetting, or among those about nobody")
        .containsExactlyInAnyOrderElementsOf(accounted);
  }

  @Test
  void aPersonSeesEverythingThatIsHeld() {
    HeldData held = records.of(AMA_IN_TEAMS).orElseThrow();

    assertThat(held.addresses()).containsExactly(AMA, AMA_IN_TEAMS);
    assertThat(held.since()).isEqualTo(now);
    assertThat(held.introduced()).contains(now);
    assertThat(held.granted()).isEqualTo(Role.ADMIN);
    assertThat(held.preferences().orElseThrow().keepsHistory()).isTrue();
    assertThat(held.history())
        .extracting(History.Entry::question)
        .containsExactly("how often should I post");
    assertThat(held.codes()).extracting(HeldData.Code::purpose).containsExactly("link");
    assertThat(held.joining()).singleElement().extracting(JoinRequest::hostAt).isEqualTo(AMA);
    assertThat(held.signed())
        .anySatisfy(line -> assertThat(line).contains("grant slack:T0TRUST/U0AMA: done"))
        .anySatisfy(line -> assertThat(line).contains("link"))
        .anySatisfy(line -> assertThat(line).contains("nudge of campaign c1, first: planned"))
        .anySatisfy(line -> assertThat(line).contains("address of their calendar"))
        .anySatisfy(line -> assertThat(line).contains("enrolled for nudges"))
        .anySatisfy(line -> assertThat(line).contains("assistant pane", "the channel C0BOARD"))
        .contains("tag north", "on the list Board")
        .anySatisfy(line -> assertThat(line).contains("revoke slack:T0TRUST/U0AMA: refused"));
  }

  @Test
  void whatTheyAskedAndAnsweredAsAnExpertIsToldAndErased() {
    assertThat(records.of(AMA).orElseThrow().signed())
        .anySatisfy(line -> assertThat(line).contains("may I post about strikes"))
        .anySatisfy(line -> assertThat(line).contains("Yes, you may"));

    records.forget(AMA);

    assertThat(cells()).noneMatch(cell -> cell.contains("strikes"));
  }

  @Test
  void nothingIsHeldAboutAStranger() {
    assertThat(records.of(new Address(Address.Kind.SLACK, "T0NEW", "U0NEW"))).isEmpty();
  }

  @Test
  void oneWhoIsForgottenIsNowhereAnyMore() {
    String id = person(AMA);
    assertThat(cells()).anyMatch(cell -> cell.contains(id)).anyMatch(cell -> isAma(cell));

    PersonalRecords.Forgotten forgotten = records.forget(AMA_IN_TEAMS);

    assertThat(forgotten.addresses()).containsExactly(AMA, AMA_IN_TEAMS);
    assertThat(forgotten.wasHeld()).isTrue();
    assertThat(cells()).noneMatch(cell -> cell.contains(id)).noneMatch(cell -> isAma(cell));
    assertThat(records.of(AMA)).isEmpty();
    assertThat(rows("person")).as("Ben and the guest's admin").isEqualTo(2);
  }

  @Test
  void theAuditTrailStaysWithAKeyInTheirPlace() {
    int before = rows("audit");
    String organisation = people.organisation(AMA).orElseThrow();

    records.forget(AMA);

    assertThat(rows("audit")).isEqualTo(before + 1);
    assertThat(audit.last(organisation, 100))
        .filteredOn(line -> line.by().name().startsWith("forgotten "))
        .extracting(line -> line.by().name())
        .hasSizeGreaterThan(1)
        .allMatch(
            audit.last(organisation, 100).stream()
                    .filter(line -> line.deed().action().equals("forget"))
                    .map(line -> line.by().name())
                    .findFirst()
                    .orElseThrow()
                ::equals);
  }

  @Test
  void noCampaignWritesToThemAgainUnlessTheyAskForIt() {
    assertThat(suppression.includes(AMA)).isFalse();

    records.forget(AMA);

    assertThat(Stream.of(AMA, AMA_IN_TEAMS)).allMatch(suppression::includes);
    assertThat(suppression.includes(BEN)).isFalse();
    suppression.lift(AMA);
    assertThat(suppression.includes(AMA)).isFalse();
    assertThat(suppression.includes(AMA_IN_TEAMS)).isTrue();
  }

  @Test
  void anOlderKeyStillFindsAnAddressThatIsForgotten() {
    records.forget(AMA);
    KeyedHash rotated =
        (purpose, text) -> List.of(mac("newer", text), HASH.of(purpose, text).getFirst());

    assertThat(new Suppression(store, rotated, () -> now).includes(AMA)).isTrue();
  }

  @Test
  void twiceIsHarmless() {
    records.forget(AMA);
    int kept = rows("suppression");

    assertThat(records.forget(AMA))
        .isEqualTo(new PersonalRecords.Forgotten(List.of(AMA), false, false));
    assertThat(rows("suppression")).isEqualTo(kept);
  }

  @Test
  void twiceAtOnceIsHarmless() {
    List<PersonalRecords.Forgotten> both =
        together(List.of(() -> records.forget(AMA), () -> records.forget(AMA_IN_TEAMS)));

    assertThat(both).extracting(PersonalRecords.Forgotten::wasHeld).containsOnlyOnce(true);
    assertThat(records.of(AMA)).isEmpty();
  }

  @Test
  void whoWritesAgainIsANewPerson() {
    String before = person(AMA);
    records.forget(AMA);

    preferences.change(AMA, usual -> usual);

    assertThat(person(AMA)).isNotEqualTo(before);
    assertThat(roles.of(AMA)).isEqualTo(Role.LEADER);
    assertThat(history.of(AMA)).isEmpty();
    assertThat(suppression.includes(AMA)).isTrue();
  }

  @Test
  void theLastAdminIsForgottenAllTheSameAndSaidToBeTheLast() {
    Address guest = Cast.STRANGER;

    assertThat(records.forget(guest).wasLastAdmin()).isTrue();
    assertThat(roles.of(guest)).isEqualTo(Role.LEADER);
  }

  @Test
  void whereTheSettingsNameAnAdminNobodyIsTheLast() {
    assertThat(people.organisation(CHIEF)).isEqualTo(people.organisation(AMA));
    assertThat(records.forget(AMA).wasLastAdmin()).isFalse();
  }

  /** Ama asks one question, and answers one of Ben's. */
  private void askAnExpert() {
    ExpertPlaces places = new ExpertPlaces(store, roles, audit);
    ExpertDesk desk = new ExpertDesk(store, people, roles, places, audit, () -> now);
    desk.ask(AMA, "may I post about strikes", true);
    String bens = ((Asking.Asked) desk.ask(BEN, "may I post", true)).question().id();
    desk.claim(AMA, bens);
    desk.answer(AMA, bens, "Yes, you may", Optional.empty());
  }

  private static Enrolment enrolment() {
    return new Enrolment(
        "the comms team",
        "the board's plan",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of("north"),
        List.of(),
        Set.of("Board"));
  }

  private void isToGetANudge(Address at) {
    String organisation = people.organisation(at).orElseThrow();
    Ledger ledger = new Ledger(store, () -> now);
    ledger.open(organisation, "c1", "first");
    ledger.plan(
        organisation,
        "c1",
        "first",
        List.of(new Planned(person(at), at, now, now.plusSeconds(60))));
  }

  private void opensThePane(Address at) {
    store.run(handle ->
        handle.execute(
            "insert into assistant_thread (workspace, channel, thread, user_id, viewed, titled,"
                + " seen_at) values (?, 'D0AMA', '1760000008.1', ?, 'C0BOARD', ?, ?)",
            at.workspace(),
            at.user(),
            true,
            now.toEpochMilli()));
  }

  private static boolean isAma(String cell) {
    String folded = cell.toLowerCase(Locale.ROOT);
    return folded.contains("u0ama") || folded.contains("6a1c-ama");
  }

  private List<String> tables() {
    return store.read(handle -> {
      List<String> names = new ArrayList<>();
      try (ResultSet tables =
          handle.getConnection().getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
        while (tables.next()) {
          names.add(tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return names;
    });
  }

  /** All that is in the database, whatever table and column. */
  private List<String> cells() {
    store.settle();
    return tables().stream()
        .flatMap(table ->
            store
                .<List<Map<String, Object>>, RuntimeException>read(
                    handle -> handle.select("select * from " + table).mapToMap().list())
                .stream())
        .flatMap(row -> row.values().stream())
        .map(String::valueOf)
        .toList();
  }
}
