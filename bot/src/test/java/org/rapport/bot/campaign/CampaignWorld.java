package org.rapport.bot.campaign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.rapport.bot.ChannelRosters;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.schedule.BankHolidays;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Group;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** A trust with two comms leads, on a real database, at a time that a test settles. */
final class CampaignWorld implements AutoCloseable {
  static final Address LEAD = new Address(Address.Kind.SLACK, "T0TRUST", "U0LEAD");
  static final Address SECOND = new Address(Address.Kind.SLACK, "T0TRUST", "U0SECOND");
  static final Address LEADER = new Address(Address.Kind.SLACK, "T0TRUST", "U0LEADER");
  static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0STRANGER");

  /** A Monday in winter, at noon in London. */
  static final Instant MONDAY_NOON = Instant.parse("2027-01-11T12:00:00Z");

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY_NOON);
  final InstantSource clock = now::get;
  final Store store;
  final People people;
  final Audit audit;
  final Suppression suppression;
  final Enrolments enrolments;
  final Ledger ledger;
  final Results results;
  final Campaigns campaigns;
  final Leads leads;
  final PeopleImport imports;
  final PersonalPreferences preferences;
  final SendTimes times = new SendTimes(BankHolidays.shipped());
  final ChannelRosters rosters = new ChannelRosters();
  Installed installed = (channel, workspace) -> !workspace.equals("T0GONE");

  CampaignWorld(TestDatabase database, Path folder) {
    store = database.fresh(folder);
    people = new People(store, clock);
    audit = new Audit(store, clock);
    Roles roles = new Roles(store, new Admins(Set.of(LEAD)), audit, clock);
    suppression =
        new Suppression(
            store,
            (purpose, text) -> List.of(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 32)),
            clock);
    enrolments = new Enrolments(store, suppression, clock);
    ledger = new Ledger(store, clock);
    results = new Results(store);
    campaigns = new Campaigns(store, ledger, audit, clock);
    leads = new Leads(people, roles, audit);
    imports = new PeopleImport(enrolments, audit);
    preferences = new PersonalPreferences(store, clock);
    roles.change(LEAD, SECOND, Role.COMMS_LEAD);
  }

  void itIs(String instant) {
    now.set(Instant.parse(instant));
  }

  void later(Duration by) {
    now.set(now.get().plus(by));
  }

  Lead lead() {
    return lead(LEAD);
  }

  Lead lead(Address who) {
    return ((Leads.Access.Granted) leads.of(who)).lead();
  }

  Lead operator() {
    return leads.operator(organisation(), new Actor("operator", "command line"));
  }

  String organisation() {
    return people.organisation(LEAD).orElseThrow();
  }

  RosterImport rosterImports() {
    return new RosterImport(
        rosters,
        new Workspaces(store),
        enrolments,
        new Standings(new AddressEnds(store, clock)),
        audit);
  }

  StandingCheck standingCheck() {
    return new StandingCheck(
        store,
        new Workspaces(store),
        rosters,
        enrolments,
        new Standings(new AddressEnds(store, clock)));
  }

  private Memberships memberships() {
    return new Memberships(rosters, new Workspaces(store), clock);
  }

  Planner planner() {
    return new Planner(
        store,
        ledger,
        enrolments,
        memberships(),
        times,
        (channel, workspace) -> installed.in(channel, workspace),
        clock);
  }

  Preflights preflights() {
    return new Preflights(store, enrolments, memberships(), times, installed, clock);
  }

  CampaignEligibility eligibility() {
    return new CampaignEligibility(store, enrolments, times);
  }

  /** Enrols the rows of a table that has these columns. */
  PeopleImport.Report enrolled(String columns, String... rows) {
    return imports.take(
        lead(),
        (columns + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8),
        new PeopleImport.Why("the comms team", "the board's plan", Optional.empty()));
  }

  /** So many people with the ids U1, U2 and so on. */
  void enrolled(int many) {
    String[] rows = new String[many];
    for (int i = 0; i < many; i++) {
      rows[i] = "slack:T0TRUST/U" + (i + 1);
    }
    enrolled("address", rows);
  }

  static Address user(String id) {
    return new Address(Address.Kind.SLACK, "T0TRUST", id);
  }

  static Plan oneOff(String start) {
    return oneOff(start, Audience.EVERYONE);
  }

  static Plan oneOff(String start, Audience audience) {
    return new Plan(
        "Thank a team",
        Kind.ONE_OFF,
        List.of(Nudge.ofWords("Thank one team by name.")),
        When.once(LocalDateTime.parse(start), Optional.of(LONDON)),
        audience);
  }

  static Plan sequence(String start, int nudges) {
    return new Plan(
        "Board posts",
        Kind.SEQUENCE,
        Collections.nCopies(nudges, Nudge.ofWords("Say hello.")),
        When.once(LocalDateTime.parse(start), Optional.of(LONDON)),
        Audience.EVERYONE);
  }

  static Plan weekly(String start) {
    return new Plan(
        "Weekly coach",
        Kind.WEEKLY,
        List.of(),
        When.once(LocalDateTime.parse(start), Optional.empty()),
        Audience.EVERYONE);
  }

  static Group tagged(String tag) {
    return new Group(Set.of(), Set.of(), Set.of(tag), Set.of(), Set.of());
  }

  Campaign find(Campaign campaign) {
    return campaigns.find(lead(), campaign.id()).orElseThrow();
  }

  State stateOf(Campaign campaign) {
    return find(campaign).state();
  }

  /** What the ledger has of a campaign: {@code planned}, {@code skipped opted_out} and so on. */
  Map<String, Integer> ledgerOf(Campaign campaign) {
    Map<String, Integer> found = new TreeMap<>();
    results
        .tallies(campaign.organisation(), campaign.id(), LONDON)
        .forEach(each ->
            found.merge(
                (each.status().id() + " " + each.reason()).strip(), each.count(), Integer::sum));
    return found;
  }

  /** All deliveries of a campaign, by due time and address. */
  List<Delivery> deliveries(Campaign campaign) {
    return store.read(handle ->
        handle
            .select(
                "select * from delivery where campaign = ? order by due_at, user_id", campaign.id())
            .map((row, context) ->
                new Delivery(
                    row.getString("id"),
                    row.getString("organisation_id"),
                    row.getString("campaign"),
                    row.getString("occurrence"),
                    row.getString("person"),
                    new Address(
                        Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
                        row.getString("workspace"),
                        row.getString("user_id")),
                    Instant.ofEpochMilli(row.getLong("due_at")),
                    Instant.ofEpochMilli(row.getLong("too_late_at"))))
            .list());
  }

  /** The ledger has recorded that it went out now. */
  void sent(Delivery delivery) {
    status(delivery, "sent");
  }

  void claimed(Delivery delivery) {
    status(delivery, "claimed");
  }

  private void status(Delivery delivery, String status) {
    store.run(handle ->
        handle.execute(
            "update delivery set status = ?, claimed_at = ?, settled_at = ? where id = ?",
            status,
            clock.millis(),
            status.equals("sent") ? clock.millis() : null,
            delivery.id()));
  }

  @Override
  public void close() {
    store.close();
  }
}
