package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.rapport.bot.store.TestDatabase;

/** Two replicas in twenty workspaces of a Slack that keeps its limits to the letter. */
class SharedBudgetTest extends DeliveryWorld {
  private static final int WORKSPACES = 20;
  private static final int LIMIT = 525;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration TICK = Duration.ofMillis(200);

  /** Some are to get two messages, which are a second apart at least. */
  private static final int TWICE = 50;

  SharedBudgetTest() {
    super(TestDatabase.POSTGRES);
  }

  @Test
  void twoReplicasUseNearlyAllThatSlackAllowsAndAreNeverTurnedAway(TestReporter reporter) {
    pace = Pace.SLACK;
    StrictSlack strict = new StrictSlack(clock);
    slack.answers(strict::fate);
    planAll();
    List<Runner> replicas = List.of(runner(), runner());

    for (int tick = 0; tick < WINDOW.dividedBy(TICK); tick++) {
      List<CompletableFuture<Integer>> rounds = new ArrayList<>();
      replicas.forEach(each -> rounds.add(CompletableFuture.supplyAsync(each::runOnce)));
      rounds.forEach(CompletableFuture::join);
      clock.move(TICK);
    }

    int share = 100 * slack.reached().size() / (WORKSPACES * LIMIT);
    reporter.publishEntry(
        Map.of(
            "sent in a minute", String.valueOf(slack.reached().size()),
            "share of the limit", share + "%",
            "429s", String.valueOf(strict.refused())));
    assertThat(strict.refused()).isZero();
    assertThat(share).isGreaterThanOrEqualTo(95);
  }

  private void planAll() {
    for (String occurrence : List.of("1", "2")) {
      ledger.open(trust, CAMPAIGN, occurrence);
    }
    IntStream.range(0, WORKSPACES)
        .mapToObj(workspace -> many("T0TRUST" + workspace, LIMIT, LIMIT * workspace))
        .forEach(people -> {
          ledger.plan(trust, CAMPAIGN, "1", people.subList(0, 500));
          ledger.plan(trust, CAMPAIGN, "1", people.subList(500, LIMIT));
          ledger.plan(trust, CAMPAIGN, "2", people.subList(0, TWICE));
        });
    for (String occurrence : List.of("1", "2")) {
      ledger.planned(trust, CAMPAIGN, occurrence);
    }
  }
}
