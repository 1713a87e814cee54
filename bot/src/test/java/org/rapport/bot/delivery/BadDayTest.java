package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.People;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/**
 * Very many people, sent to by real processes through Slack's client to a Slack that loses, fails
 * and throttles, while processes are killed by SIGKILL three times and the database goes down:
 * everybody gets theirs exactly once, or is listed as unconfirmed.
 */
class BadDayTest {
  private static final int PEOPLE = Integer.getInteger("rapport.people", 1_000);
  private static final int KILLS = 3;

  /** A killed sender may take a whole batch along; enough must be left for the last kill. */
  private static final int BETWEEN_KILLS = PEOPLE / 10;

  private static final int MOST_HOURS = 12;
  private static final String CAMPAIGN = "c1";
  private static final String OCCURRENCE = "1";

  private final InstantSource clock = InstantSource.system();
  private final List<Process> senders = new ArrayList<>();

  @TempDir Path folder;

  private LossySlack slack;

  @BeforeEach
  void openSlack() throws IOException {
    slack = new LossySlack();
  }

  @AfterEach
  void closeSlack() {
    senders.forEach(sender -> sender.destroyForcibly().onExit().join());
    slack.close();
  }

  @Test
  void oneSenderThatIsKilledThreeTimesReachesEverybodyOnce(TestReporter reporter) {
    run("jdbc:sqlite:" + folder.resolve("bad-day.db"), 1, () -> {}, reporter);
  }

  @Test
  void twoSendersThatAreKilledAndLoseTheirDatabaseReachEverybodyOnce(TestReporter reporter)
      throws Exception {
    try (RestartablePostgres postgres = new RestartablePostgres()) {
      run(postgres.url(), 2, postgres::restart, reporter);
    }
  }

  private void run(String url, int replicas, Runnable inTheMiddle, TestReporter reporter) {
    try (Store store = Store.open(new DataFolder(folder), Optional.of(url))) {
      store.migrate();
      String trust = new People(store, clock).organisation(at("U0")).orElseThrow();
      plan(new Ledger(store, clock), trust);
      start(url, replicas, 0);
      for (int kill = 1; kill <= KILLS; kill++) {
        int before = kill * BETWEEN_KILLS;
        until(() -> slack.taken().size() >= before);
        kill(senders.removeFirst());
        if (kill == 2) {
          inTheMiddle.run();
        }
        start(url, 1, 0);
      }
      until(() -> !has(store, "status = 'planned' and due_at <= ?", 0));
      slack.calmDown();
      stopAll();
      settle(store, url, replicas);
      check(new Results(store), trust, reporter);
    }
  }

  private void plan(Ledger ledger, String trust) {
    Instant now = clock.instant();
    ledger.open(trust, CAMPAIGN, OCCURRENCE);
    for (int from = 0; from < PEOPLE; from += Ledger.CHUNK) {
      ledger.plan(
          trust,
          CAMPAIGN,
          OCCURRENCE,
          IntStream.range(from, Math.min(from + Ledger.CHUNK, PEOPLE))
              .mapToObj(i -> at("U%05d".formatted(i)))
              .map(at -> new Planned("p-" + at.user(), at, now, now.plus(Duration.ofDays(1))))
              .toList());
    }
    ledger.planned(trust, CAMPAIGN, OCCURRENCE);
  }

  /** An hour later leases are over, replies are surely lost, and what failed is tried again. */
  private void settle(Store store, String url, int replicas) {
    int hours = 0;
    while (has(store, "status in ('planned', 'claimed') or ask_at is not null and 0 < ?", hours)) {
      assertThat(++hours).isLessThan(MOST_HOURS);
      int now = hours;
      start(url, replicas, hours);
      until(() ->
          !has(store, "status = 'claimed' or status = 'planned' and due_at <= ?", now)
              && !has(store, "status = 'unconfirmed' and ask_at <= ?", now));
      stopAll();
    }
  }

  private void check(Results results, String trust, TestReporter reporter) {
    Map<Status, Integer> ledger =
        results.tallies(trust, CAMPAIGN, ZoneOffset.UTC).stream()
            .collect(Collectors.toMap(Tally::status, Tally::count, Integer::sum));
    Set<String> listed = listed(results, trust);
    List<String> users = slack.taken().stream().map(LossySlack.Taken::user).toList();
    Set<String> accounted = new HashSet<>(users);
    int duplicates = users.size() - accounted.size();
    accounted.addAll(listed);
    int bound = slack.lost() + KILLS * Pace.LARGEST_BATCH;
    reporter.publishEntry(
        Map.of(
            "sent", String.valueOf(ledger.getOrDefault(Status.SENT, 0)),
            "unconfirmed", listed.size() + " (bound " + bound + ")",
            "duplicates", String.valueOf(duplicates),
            "silent losses", String.valueOf(PEOPLE - accounted.size()),
            "replies lost", String.valueOf(slack.lost()),
            "calls failed", String.valueOf(slack.failed()),
            "calls throttled", String.valueOf(slack.throttled())));

    assertThat(duplicates).isZero();
    assertThat(accounted).as("reached or listed").hasSize(PEOPLE);
    assertThat(ledger).containsOnlyKeys(Status.SENT, Status.UNCONFIRMED);
    assertThat(listed).hasSize(ledger.getOrDefault(Status.UNCONFIRMED, 0));
    assertThat(listed).as("those of whom Slack shows nothing").noneMatch(LossySlack::shows);
    assertThat(listed.size()).isBetween(1, bound);
  }

  private static Set<String> listed(Results results, String trust) {
    Set<String> listed = new HashSet<>();
    List<Missed> page = results.missed(trust, CAMPAIGN, "", 500);
    while (!page.isEmpty()) {
      page.forEach(each -> listed.add(each.address().user()));
      page = results.missed(trust, CAMPAIGN, page.getLast().id(), 500);
    }
    return listed;
  }

  /** Whether a delivery is so, as a sender sees it whose clock is some hours ahead. */
  private boolean has(Store store, String condition, int hours) {
    long now = clock.instant().plus(Duration.ofHours(hours)).toEpochMilli();
    return store
        .attempt(
            "looking",
            () ->
                store.read(handle ->
                    handle
                            .select("select count(*) from delivery where " + condition, now)
                            .mapTo(Integer.class)
                            .one()
                        > 0))
        .orElse(true);
  }

  private static void until(BooleanSupplier moment) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(10))
        .until(moment::getAsBoolean);
  }

  private void start(String url, int replicas, int hoursAhead) {
    for (int i = 0; i < replicas; i++) {
      senders.add(sender(url, hoursAhead));
    }
  }

  private Process sender(String url, int hoursAhead) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              SlackSenderProcess.class.getName(),
              url,
              slack.api().toString(),
              Integer.toString(hoursAhead))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By SIGKILL, while it sends. */
  private static void kill(Process sender) {
    assertThat(sender.isAlive()).isTrue();
    sender.destroyForcibly().onExit().join();
  }

  /** By SIGTERM: what is being sent is recorded first. */
  private void stopAll() {
    senders.forEach(Process::destroy);
    senders.forEach(sender -> sender.onExit().join());
    senders.clear();
  }

  private static Address at(String user) {
    return new Address(Address.Kind.SLACK, "T0TRUST", user);
  }
}
