package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rapport.bot.store.CuttableLine;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.bot.store.TestDatabase;

/** Several servers on one PostgreSQL share the work, and nobody gets anything twice. */
class TwoReplicasTest extends DeliveryWorld {
  TwoReplicasTest() {
    super(TestDatabase.POSTGRES);
  }

  @Test
  void fourSendersAtOnceSendEachOnce() throws Exception {
    plan(trust, many("T0TRUST", 3_000));
    plan(otherTrust, many("T0OTHER", 500));

    List<Callable<Integer>> replicas = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Runner replica = runner();
      replicas.add(() -> {
        int sent = 0;
        while (counts().containsKey("planned") || counts(otherTrust).containsKey("planned")) {
          sent += replica.runOnce();
        }
        return sent;
      });
    }
    int handled = together(replicas).stream().mapToInt(Integer::intValue).sum();

    assertThat(handled).isEqualTo(3_500);
    assertThat(slack.reached()).doesNotHaveDuplicates().hasSize(3_500);
    assertThat(counts()).isEqualTo(Map.of("sent", 3_000));
    assertThat(counts(otherTrust)).isEqualTo(Map.of("sent", 500));
  }

  @Test
  void planningTwiceAtOncePlansEachOnce() throws Exception {
    ledger.open(trust, CAMPAIGN, OCCURRENCE);
    List<Planned> people = many("T0TRUST", Ledger.CHUNK);

    List<Integer> rows =
        together(
            List.of(
                () -> ledger.plan(trust, CAMPAIGN, OCCURRENCE, people),
                () -> ledger.plan(trust, CAMPAIGN, OCCURRENCE, people.reversed())));

    assertThat(rows).containsExactlyInAnyOrder(Ledger.CHUNK, 0);
    assertThat(counts()).isEqualTo(Map.of("planned", Ledger.CHUNK));
  }

  @Test
  void aDatabaseThatGoesAwayWhileAMessageIsOnItsWayLosesNothing() throws SQLException {
    plan("AMA", "BEN");
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        Store far = far(line)) {
      slack.beforeEach(line::cut);
      replica(
              far,
              () -> {
                line.mend();
                return isBack(far);
              })
          .runOnce();
    }

    assertThat(slack.users()).containsExactly("AMA", "BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 2));
  }

  @Test
  void aDatabaseThatGoesAwayAgainAndAgainUnderTwoReplicasLosesNothing() throws Exception {
    plan(trust, many("T0TRUST", 2_000));
    AtomicInteger calls = new AtomicInteger();
    try (CuttableLine line = CuttableLine.to(TestDatabase.postgresPort());
        Store one = far(line);
        Store other = far(line)) {
      slack.beforeEach(() -> {
        if (calls.incrementAndGet() % 500 == 0) {
          line.cut();
          line.mend();
        }
      });
      together(List.of(() -> untilAllIsClaimed(one), () -> untilAllIsClaimed(other)));
    }
    // What was claimed when the line broke is found out about.
    slack.beforeEach(() -> {});
    for (int i = 0; i < 5; i++) {
      clock.move(Duration.ofMinutes(3));
      reconciler().runOnce();
      runner().runOnce();
    }

    assertThat(slack.reached()).doesNotHaveDuplicates().hasSize(2_000);
    assertThat(counts()).isEqualTo(Map.of("sent", 2_000));
  }

  private boolean untilAllIsClaimed(Store far) {
    Runner replica = replica(far, () -> isBack(far));
    while (counts().containsKey("planned")) {
      try {
        replica.runOnce();
      } catch (StoreAway away) {
        isBack(far);
      }
    }
    return true;
  }

  private static boolean isBack(Store far) {
    await().atMost(Duration.ofMinutes(1)).until(far::reachable);
    return true;
  }

  private Runner replica(Store far, Recorder.Interval between) {
    Freeze switched = new Freeze(far, audit, clock);
    return new Runner(
        far, switched, round(far, switched, between), outlets(), Runnable::run, clock);
  }

  private Store far(CuttableLine line) throws SQLException {
    return Store.postgres(
        url().replace(":" + TestDatabase.postgresPort() + "/", ":" + line.port() + "/"));
  }

  private String url() throws SQLException {
    return store.read(handle -> {
      String url = handle.getConnection().getMetaData().getURL();
      return url + (url.contains("?") ? "&" : "?") + "user=postgres";
    });
  }

  private static <R> List<R> together(List<Callable<R>> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      List<R> results = new ArrayList<>();
      for (Future<R> each : threads.invokeAll(work)) {
        results.add(each.get());
      }
      return results;
    }
  }
}
