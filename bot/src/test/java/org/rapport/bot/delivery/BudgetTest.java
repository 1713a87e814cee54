package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.store.TestDatabase;

/** No workspace is asked for more than it allows, and none waits for another. */
@ParameterizedClass
@EnumSource
class BudgetTest extends DeliveryWorld {
  private static final Duration TICK = Duration.ofMillis(200);

  BudgetTest(TestDatabase database) {
    super(database);
  }

  @Test
  void noMinuteHasMoreThanSlackAllowsAndHardlyLess() {
    pace = Pace.SLACK;
    plan(trust, many("T0TRUST", 1_200));
    List<Instant> sent = new ArrayList<>();
    slack.beforeEach(() -> {
      synchronized (sent) {
        sent.add(clock.instant());
      }
    });

    sendFor(Duration.ofMinutes(2), TICK);

    assertThat(most(sent, Duration.ofMinutes(1))).isLessThanOrEqualTo(525);
    assertThat(sent).hasSizeGreaterThan(2 * 525 * 95 / 100);
    assertThat(counts()).doesNotContainKey("planned rate_limited");
  }

  @Test
  void twentyWorkspacesGetNearlyAllThatSlackAllowsAndNeverMore() {
    pace = Pace.SLACK;
    int workspaces = 20;
    ledger.open(trust, CAMPAIGN, OCCURRENCE);
    for (int i = 0; i < workspaces; i++) {
      ledger.plan(trust, CAMPAIGN, OCCURRENCE, many("T0TRUST" + i, 250, 250 * i));
    }
    ledger.planned(trust, CAMPAIGN, OCCURRENCE);
    StrictSlack strict = new StrictSlack(clock);
    slack.answers(strict::fate);

    sendFor(Duration.ofSeconds(20), TICK);

    assertThat(strict.refused()).isZero();
    assertThat(slack.reached()).hasSizeGreaterThan(workspaces * 525 * 20 / 60 * 95 / 100);
  }

  @Test
  void noSecondHasMoreThanTeamsAllows() {
    pace = Pace.TEAMS;
    plan(trust, many("T0TRUST", 400));
    List<Instant> sent = new ArrayList<>();
    slack.beforeEach(() -> {
      synchronized (sent) {
        sent.add(clock.instant());
      }
    });

    sendFor(Duration.ofSeconds(5), Duration.ofMillis(50));

    assertThat(most(sent, Duration.ofSeconds(1))).isBetween(39, 50);
  }

  @Test
  void aBatchIsAtMostOneSecondOfTheBudget() {
    pace = Pace.SLACK;
    plan(trust, many("T0TRUST", 100));

    runner().runOnce();

    assertThat(slack.calls()).isEqualTo(8);
  }

  @Test
  void replicasShareABudget() {
    pace = Pace.SLACK;
    plan(trust, many("T0TRUST", 100));
    Runner one = runner();
    Runner other = runner();

    one.runOnce();
    other.runOnce();

    assertThat(slack.calls()).isEqualTo(8);
  }

  @Test
  void twoMessagesToOnePersonAreASecondApart() {
    pace = Pace.SLACK;
    plan("AMA");
    ledger.open(trust, CAMPAIGN, "other");
    ledger.plan(trust, CAMPAIGN, "other", List.of(planned("AMA")));
    ledger.planned(trust, CAMPAIGN, "other");

    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");

    clock.move(Duration.ofSeconds(1));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA", "AMA");
  }

  @Test
  void whoeverIsSkippedCostsNothing() {
    pace = Pace.SLACK;
    plan(trust, many("T0TRUST", 100));
    eligibility = delivery -> new Verdict.Skip("opted_out");

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("skipped opted_out", 100));
  }

  @Test
  void afterTooManyTheWholeWorkspaceIsLeftAloneAndNoOther() {
    plan(trust, many("T0TRUST", 10));
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    slack.answers(to -> to.workspace().equals("T0TRUST") ? Fate.THROTTLED : Fate.TAKEN);
    runner().runOnce();
    int refused = slack.calls();
    slack.answers(Fate.TAKEN);

    clock.move(FakePlatform.RETRY_AFTER.minusSeconds(1));
    runner().runOnce();
    assertThat(slack.calls()).isEqualTo(refused);
    assertThat(slack.users()).containsExactly("STRANGER");

    clock.move(Duration.ofSeconds(1));
    runner().runOnce();
    assertThat(slack.reached()).hasSize(11).doesNotHaveDuplicates();
    assertThat(counts()).isEqualTo(Map.of("sent", 10));
  }

  @Test
  void aWorkspaceThatDoesNotAnswerIsLeftAloneThenTriedWithOneAndOpenedAgain() {
    plan(trust, many("T0TRUST", 50));
    slack.answers(Fate.UNREACHABLE);
    runner().runOnce();
    assertThat(slack.calls()).isEqualTo(50);

    clock.move(Budgets.CLOSED_FIRST.minusSeconds(1));
    runner().runOnce();
    assertThat(slack.calls()).isEqualTo(50);

    clock.move(Duration.ofSeconds(1));
    runner().runOnce();
    assertThat(slack.calls()).isEqualTo(51);

    slack.answers(Fate.TAKEN);
    clock.move(Budgets.CLOSED_FIRST.multipliedBy(2));
    runner().runOnce();
    assertThat(slack.calls()).isEqualTo(101);
    assertThat(counts()).isEqualTo(Map.of("sent", 50));
  }

  @Test
  void aFewFailuresDoNotCloseTheWay() {
    plan(trust, many("T0TRUST", 50));
    slack.answers(to -> to.user().endsWith("0") ? Fate.UNREACHABLE : Fate.TAKEN);
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    clock.move(Duration.ofSeconds(15));
    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("sent", 50));
  }

  @Test
  void aSlowWorkspaceDelaysNoOther() {
    plan("AMA");
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    Runner other = runner();
    slack.answers(to -> {
      if (to.user().equals("AMA")) {
        // While this one is on its way, the other's goes out.
        other.runOnce();
        assertThat(slack.users()).containsExactly("STRANGER");
      }
      return Fate.TAKEN;
    });

    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA", "STRANGER");
  }

  @Test
  void budgetsOfPeopleWhoGotNothingOfLateAreForgotten() {
    pace = Pace.SLACK;
    plan("AMA");
    runner().runOnce();
    assertThat(rows("budget")).isEqualTo(2);

    clock.move(Duration.ofHours(2));
    store.run(handle -> Budgets.forgetOld(handle, clock.instant()));

    assertThat(rows("budget")).isEqualTo(1);
  }

  private int rows(String table) {
    return store.read(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }

  /** The most that fall into any window of that length. */
  private static int most(List<Instant> times, Duration window) {
    List<Instant> sorted = times.stream().sorted().toList();
    return sorted.stream()
        .mapToInt(from ->
            (int)
                sorted.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(window)))
                    .count())
        .max()
        .orElse(0);
  }
}
