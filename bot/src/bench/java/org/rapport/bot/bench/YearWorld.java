package org.rapport.bot.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rapport.bot.ChannelRosters;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Audience;
import org.rapport.bot.campaign.CampaignEligibility;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Memberships;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.Planner;
import org.rapport.bot.campaign.Rules;
import org.rapport.bot.campaign.When;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.schedule.BankHolidays;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Composer;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Freeze;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Pace;
import org.rapport.bot.delivery.Runner;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** An organisation in 2027 with its campaigns, on a database of its own, and what happens in it. */
final class YearWorld implements AutoCloseable {
  /** What must have held somebody off, or the year shows nothing. */
  static final List<String> EXERCISED =
      List.of("over_cap", "pre_election", "bank_holiday", "on_leave", "opted_out", "paused");

  private static final Instant START = Instant.parse("2026-12-26T12:00:00Z");
  private static final Instant END = Instant.parse("2028-01-10T00:00:00Z");

  /**
   * A server looks several times a second. This one looks so rarely that what is due often has to
   * be held off after all.
   */
  private static final Duration STEP = Duration.ofHours(2);

  private static final Duration LONGEST_STEP = Duration.ofHours(12);
  private static final String DUE = "select min(due_at) from delivery where status = 'planned'";
  private static final String PLANNED = "select min(next_run) from campaign";
  private static final Actor OPERATOR = new Actor("operator", "benchmark");

  private final Random random = new Random(2027);
  private final YearClock clock = new YearClock(START);
  private final Store store;
  private final Map<Address, YearLeader> leaders;
  private final YearWatch watch;
  private final PersonalPreferences preferences;
  private final Planner planner;
  private final Runner runner;
  private final Freeze freeze;
  private final String organisation;
  private final GivenNudges given;
  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
  private final TreeMap<Instant, List<Runnable>> happenings = new TreeMap<>();

  /**
   * @param folder an empty one, for the database
   */
  YearWorld(Path folder, int people) {
    this.store = Store.open(new DataFolder(folder), Optional.empty());
    store.migrate();
    this.leaders =
        IntStream.range(0, people)
            .mapToObj(number -> new YearLeader(number, random))
            .collect(Collectors.toMap(YearLeader::address, Function.identity()));
    this.watch = new YearWatch(leaders, clock);
    this.preferences = new PersonalPreferences(store, clock);
    this.given = new GivenNudges(store, clock);
    Audit audit = new Audit(store, clock);
    this.freeze = new Freeze(store, audit, clock);
    People known = new People(store, clock);
    Address first = leaders.keySet().iterator().next();
    this.organisation = known.organisation(first).orElseThrow();
    Enrolments enrolments = new Enrolments(store, new Suppression(store, digest(), clock), clock);
    enrol(enrolments);
    Ledger ledger = new Ledger(store, clock);
    SendTimes times = new SendTimes(BankHolidays.shipped());
    this.planner =
        new Planner(
            store,
            ledger,
            enrolments,
            new Memberships(new ChannelRosters(), new Workspaces(store), clock),
            times,
            (channel, id) -> true,
            clock);
    this.runner =
        Runner.inTurn(
            store,
            freeze,
            this::nudge,
            new CampaignEligibility(store, enrolments, times),
            Map.of(Address.Kind.SLACK, new Outlet(watch, Pace.UNLIMITED)),
            clock);
    Leads leads = new Leads(known, new Roles(store, new Admins(Set.of()), audit, clock), audit);
    plan(new Campaigns(store, ledger, audit, clock), leads.operator(organisation, OPERATOR));
    foresee();
  }

  /** Lets the year pass. */
  void pass() {
    while (clock.instant().isBefore(END)) {
      Map<Instant, List<Runnable>> now = happenings.headMap(clock.instant(), true);
      now.values().forEach(each -> each.forEach(Runnable::run));
      now.clear();
      if (isDue(PLANNED)) {
        planner.runOnce();
      }
      runner.runOnce();
      answer();
      clock.goOn(next(), STEP);
    }
  }

  YearWatch watch() {
    return watch;
  }

  /** How many deliveries came to which end. */
  Map<String, Integer> outcomes() {
    Map<String, Integer> outcomes = new TreeMap<>();
    store
        .read(handle ->
            handle
                .select("select status, reason, count(*) as many from delivery group by 1, 2")
                .map((row, context) ->
                    Map.entry(
                        (row.getString("status") + " " + row.getString("reason")).strip(),
                        row.getInt("many")))
                .list())
        .forEach(each -> outcomes.put(each.getKey(), each.getValue()));
    return outcomes;
  }

  private Instant next() {
    Instant latest = clock.instant().plus(LONGEST_STEP);
    Optional<Instant> happening = Optional.ofNullable(happenings.ceilingKey(clock.instant()));
    return List.of(earliest(DUE), earliest(PLANNED), happening).stream()
        .flatMap(Optional::stream)
        .filter(at -> at.isBefore(latest))
        .min(Instant::compareTo)
        .orElse(latest);
  }

  private boolean isDue(String query) {
    return earliest(query).filter(at -> !at.isAfter(clock.instant())).isPresent();
  }

  private Optional<Instant> earliest(String query) {
    return store
        .read(handle -> handle.select(query).mapTo(Long.class).findOne())
        .map(Instant::ofEpochMilli);
  }

  private void enrol(Enrolments enrolments) {
    List<Enrolments.Entry> entries =
        leaders.values().stream()
            .map(leader -> new Enrolments.Entry(leader.address(), leader.enrolment()))
            .toList();
    for (int from = 0; from < entries.size(); from += 200) {
      enrolments.enrol(organisation, entries.subList(from, Math.min(entries.size(), from + 200)));
    }
    leaders.values().forEach(leader -> want(leader, leader.wants()));
  }

  private void want(YearLeader leader, Preferences wants) {
    leader.want(preferences.change(leader.address(), before -> wants));
  }

  /** More than the cap lets through, at good times and at bad ones. */
  private void plan(Campaigns campaigns, Lead lead) {
    campaigns.rules(lead, new Rules(false, 2, 4, List.of(YearDays.ELECTION)));
    Optional<ZoneId> own = Optional.empty();
    Optional<ZoneId> london = Optional.of(ZoneId.of("Europe/London"));
    List<Plan> plans =
        List.of(
            plan(Kind.WEEKLY, "2027-01-04T09:00", Optional.empty(), own),
            plan(Kind.SEQUENCE, "2027-01-03T01:30", Optional.of("FREQ=WEEKLY;BYDAY=SU"), own),
            plan(Kind.SEQUENCE, "2027-01-07T16:00", Optional.of("FREQ=WEEKLY;BYDAY=TH"), london),
            plan(Kind.ONE_OFF, "2027-12-25T09:00", Optional.empty(), own),
            plan(Kind.ONE_OFF, "2027-05-31T09:00", Optional.empty(), own));
    plans.forEach(plan -> campaigns.start(lead, campaigns.create(lead, plan).id()));
  }

  private static Plan plan(Kind kind, String start, Optional<String> rule, Optional<ZoneId> zone) {
    int nudges =
        switch (kind) {
          case ONE_OFF -> 1;
          case SEQUENCE -> Plan.MOST_NUDGES;
          case WEEKLY -> 0;
        };
    return new Plan(
        kind + " from " + start,
        kind,
        Collections.nCopies(nudges, Nudge.ofWords("Say hello.")),
        new When(
            LocalDateTime.parse(start),
            rule,
            kind == Kind.ONE_OFF ? Optional.empty() : Optional.of(YearDays.LAST),
            zone,
            When.USUAL_TOO_LATE),
        Audience.EVERYONE);
  }

  /** Who stops, starts again, pauses and moves, and when somebody turns the switch. */
  private void foresee() {
    for (YearLeader leader : leaders.values()) {
      Instant at = START.plus(Duration.ofHours(random.nextInt(365 * 24)));
      switch (random.nextInt(10)) {
        case 0 -> happens(at, () -> want(leader, leader.wants().stop()));
        case 1 -> {
          happens(at, () -> want(leader, leader.wants().stop()));
          happens(at.plus(Duration.ofDays(40)), () -> want(leader, leader.wants().start()));
        }
        case 2 -> happens(at, () -> pause(leader));
        case 3 -> happens(at, () -> move(leader));
        default -> {}
      }
    }
    happens(YearDays.FROZEN_FROM, () -> freeze.freeze(Optional.of(organisation), OPERATOR));
    happens(YearDays.FROZEN_TO, () -> freeze.unfreeze(Optional.of(organisation), OPERATOR));
  }

  private void happens(Instant at, Runnable what) {
    happenings.computeIfAbsent(at, _ -> new ArrayList<>()).add(what);
  }

  private void pause(YearLeader leader) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), leader.wants().zone());
    want(leader, leader.wants().pausedUntil(today.plusDays(30), today));
  }

  private void move(YearLeader leader) {
    Preferences now = leader.wants();
    int zone = (YearLeader.ZONES.indexOf(now.zone()) + 1) % YearLeader.ZONES.size();
    want(
        leader,
        new Preferences(
            now.position(),
            now.stage(),
            now.platforms(),
            YearLeader.ZONES.get(zone),
            now.nudgeDay(),
            now.nudgeTime(),
            now.quiet(),
            now.pausedUntil(),
            now.stopped(),
            now.keepsHistory()));
  }

  /** A nudge, kept as every nudge is. */
  private Composer.Composed nudge(Delivery delivery) {
    YearLeader leader = Objects.requireNonNull(leaders.get(delivery.address()));
    if (leader.answers()) {
      given.keep(
          new GivenNudge(
              delivery.id(),
              delivery.organisation(),
              delivery.person(),
              delivery.campaign(),
              delivery.occurrence(),
              LocalDate.ofInstant(delivery.due(), leader.wants().zone()),
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              clock.instant()));
      unanswered.add(delivery.id());
    }
    return new Composer.Composed.Ready(new Message("A nudge", List.of()));
  }

  /** Who answers nudges says at once that it is done; all of them in one transaction. */
  private void answer() {
    List<String> now = new ArrayList<>();
    for (String next = unanswered.poll(); next != null; next = unanswered.poll()) {
      now.add(next);
    }
    if (now.isEmpty()) {
      return;
    }
    store.run(handle -> {
      PreparedBatch answers =
          handle.prepareBatch(
              "insert into nudge_reaction (delivery_id, reaction, reacted_at)"
                  + " values (?, 'done', ?) on conflict do nothing");
      now.forEach(delivery -> answers.add(delivery, clock.millis()));
      answers.execute();
    });
  }

  private static KeyedHash digest() {
    return (purpose, text) -> {
      try {
        return List.of(
            MessageDigest.getInstance("SHA-256")
                .digest((purpose + text).getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
