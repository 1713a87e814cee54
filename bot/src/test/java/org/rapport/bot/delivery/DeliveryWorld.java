package org.rapport.bot.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** Tests of sending on a database, at a time that they set, to a platform in this process. */
abstract class DeliveryWorld {
  static final String CAMPAIGN = "c1";
  static final String OCCURRENCE = "2026-11-23";

  final SettableClock clock = new SettableClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final FakePlatform slack = new FakePlatform();
  private final TestDatabase database;

  private final Backoff backoff = new Backoff(new Random(1));
  private final Courier courier =
      new Courier(delivery -> this.composer.apply(delivery), backoff, clock);

  @TempDir Path folder;

  Store store;
  Ledger ledger;
  Results results;
  Audit audit;
  Freeze freeze;
  Pace pace = Pace.UNLIMITED;
  String trust = "";
  String otherTrust = "";
  Function<Delivery, Verdict> eligibility = delivery -> new Verdict.Send();
  Function<Delivery, Composed> composer =
      delivery -> new Composed.Ready(new Message("A nudge for " + delivery.person(), List.of()));

  DeliveryWorld(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void openWorld() {
    store = database.fresh(folder);
    ledger = new Ledger(store, clock);
    results = new Results(store);
    audit = new Audit(store, clock);
    freeze = new Freeze(store, audit, clock);
    People people = new People(store, clock);
    trust = people.organisation(at("T0TRUST", "U0")).orElseThrow();
    otherTrust = people.organisation(at("T0OTHER", "U0")).orElseThrow();
  }

  @AfterEach
  void closeWorld() {
    store.close();
  }

  static Address at(String workspace, String user) {
    return new Address(Address.Kind.SLACK, workspace, user);
  }

  Planned planned(String user) {
    return planned("T0TRUST", user);
  }

  Planned planned(String workspace, String user) {
    Instant now = clock.instant();
    return new Planned("p-" + user, at(workspace, user), now, now.plus(Duration.ofDays(1)));
  }

  /** Plans an occurrence of a campaign of the trust for people, and lets it go. */
  void plan(String... users) {
    plan(trust, List.of(users).stream().map(this::planned).toList());
  }

  void plan(String organisation, List<Planned> people) {
    ledger.open(organisation, CAMPAIGN, OCCURRENCE);
    for (int from = 0; from < people.size(); from += Ledger.CHUNK) {
      ledger.plan(
          organisation,
          CAMPAIGN,
          OCCURRENCE,
          people.subList(from, Math.min(people.size(), from + Ledger.CHUNK)));
    }
    ledger.planned(organisation, CAMPAIGN, OCCURRENCE);
  }

  List<Planned> many(String workspace, int count) {
    return many(workspace, count, 0);
  }

  /**
   * @param from the number of the first one
   */
  List<Planned> many(String workspace, int count, int from) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> planned(workspace, "U%05d".formatted(i)))
        .toList();
  }

  /** A replica, as it is after a start: all that it knows is in the database. */
  Runner runner() {
    return new Runner(store, freeze, round(), outlets(), Runnable::run, clock);
  }

  Reconciler reconciler() {
    return new Reconciler(store, outlets(), courier::isUnderway, Runnable::run, clock);
  }

  Round round() {
    return round(store, freeze, () -> false);
  }

  Round round(Store store, Freeze freeze, Recorder.Interval between) {
    return new Round(
        new Claims(store),
        new Gate((delivery, now) -> eligibility.apply(delivery), backoff),
        courier,
        new Recorder(store, clock, between, meters),
        freeze,
        clock);
  }

  Map<Address.Kind, Outlet> outlets() {
    return Map.of(Address.Kind.SLACK, new Outlet(slack, pace));
  }

  /** Lets time pass in small steps and sends what comes due. */
  void sendFor(Duration time, Duration step) {
    Instant end = clock.instant().plus(time);
    Runner runner = runner();
    while (clock.instant().isBefore(end)) {
      runner.runOnce();
      clock.move(step);
    }
  }

  /** How many deliveries of the trust's campaign are where, as in {@code sent}. */
  Map<String, Integer> counts() {
    return counts(trust);
  }

  Map<String, Integer> counts(String organisation) {
    return results.tallies(organisation, CAMPAIGN, ZoneOffset.UTC).stream()
        .collect(
            Collectors.toMap(
                tally ->
                    tally.reason().isEmpty()
                        ? tally.status().id()
                        : tally.status().id() + " " + tally.reason(),
                Tally::count,
                Integer::sum));
  }
}
