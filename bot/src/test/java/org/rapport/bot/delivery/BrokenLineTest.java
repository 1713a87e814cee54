package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.store.CuttableLine;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.bot.store.TestDatabase;

/**
 * The line to the database breaks at every single request in turn, always so that the request
 * arrives and its reply does not: within a claim, its commit, a check, a record.
 */
class BrokenLineTest extends DeliveryWorld {
  /** More requests than a round has, connecting included. */
  private static final int MOST_REQUESTS = 60;

  private static final int PEOPLE = 5;

  BrokenLineTest() {
    super(TestDatabase.POSTGRES);
  }

  @Test
  void whereverItBreaksWhileSendingEverybodyGetsTheirsOnce() throws SQLException {
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        Store far = Store.postgres(url(line))) {
      for (int request = 1; request <= MOST_REQUESTS; request++) {
        plan(trust, many("T0TRUST", PEOPLE, PEOPLE * request));
        line.cutAfterRequest(request);
        attempt(replica(far, line));
        line.mend();
        awaitBack(far);
        finish();
      }
    }

    assertThat(slack.reached()).doesNotHaveDuplicates().hasSize(PEOPLE * MOST_REQUESTS);
    assertThat(counts()).isEqualTo(Map.of("sent", PEOPLE * MOST_REQUESTS));
  }

  @Test
  void whereverItBreaksWhilePlanningEverybodyIsPlannedOnce() throws SQLException {
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        Store far = Store.postgres(url(line))) {
      Ledger away = new Ledger(far, clock);
      for (int request = 1; request <= 30; request++) {
        List<Planned> people = many("T0TRUST", PEOPLE, PEOPLE * request);
        line.cutAfterRequest(request);
        attempt(() -> planWith(away, people));
        line.mend();
        awaitBack(far);
        planWith(away, people);
      }
    }

    assertThat(counts()).isEqualTo(Map.of("planned", PEOPLE * 30));
  }

  @Test
  void whileTheFreezeCannotBeReadNothingIsSentThoughTheLedgerCan() throws SQLException {
    plan("AMA");
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        Store far = Store.postgres(url(line))) {
      Freeze unread = new Freeze(far, audit, clock);
      line.cut();
      Runner runner =
          new Runner(
              store, unread, round(store, unread, () -> false), outlets(), Runnable::run, clock);
      runner.runOnce();
      assertThat(slack.calls()).isZero();

      freeze.freeze(Optional.of(trust), new Actor("slack:T0TRUST", "U0CHIEF"));
      line.mend();
      awaitBack(far);
      runner.runOnce();
      assertThat(slack.calls()).isZero();

      freeze.unfreeze(Optional.of(trust), new Actor("slack:T0TRUST", "U0CHIEF"));
      clock.move(Duration.ofSeconds(1));
      runner.runOnce();
    }

    assertThat(slack.users()).containsExactly("AMA");
  }

  private void planWith(Ledger away, List<Planned> people) {
    away.open(trust, CAMPAIGN, OCCURRENCE);
    away.plan(trust, CAMPAIGN, OCCURRENCE, people);
    away.planned(trust, CAMPAIGN, OCCURRENCE);
  }

  /** Leases end, and whoever is in doubt is asked about. */
  private void finish() {
    for (int i = 0; i < 4; i++) {
      clock.move(Duration.ofMinutes(3));
      reconciler().runOnce();
      runner().runOnce();
    }
  }

  private Runnable replica(Store far, CuttableLine line) {
    Freeze switched = new Freeze(far, audit, clock);
    Recorder.Interval between =
        () -> {
          line.mend();
          awaitBack(far);
          return true;
        };
    Runner runner =
        new Runner(far, switched, round(far, switched, between), outlets(), Runnable::run, clock);
    return runner::runOnce;
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (StoreAway expected) {
      // It is tried again once the line is back.
    }
  }

  private static void awaitBack(Store far) {
    await().atMost(Duration.ofMinutes(1)).until(far::reachable);
  }

  private String url(CuttableLine line) throws SQLException {
    return store.read(handle -> {
      String url = handle.getConnection().getMetaData().getURL();
      return url.replace(":" + TestDatabase.postgresPort() + "/", ":" + line.port() + "/")
          + (url.contains("?") ? "&" : "?")
          + "user=postgres";
    });
  }
}
