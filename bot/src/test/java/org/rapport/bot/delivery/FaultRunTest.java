package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.store.TestDatabase;

/**
 * Two thousand people, a tenth of the replies lost, one in twenty sends failing, storms of 429, and
 * a sender that is killed three times with what it had claimed: everybody gets theirs exactly once,
 * or is listed as unconfirmed.
 */
@ParameterizedClass
@EnumSource
class FaultRunTest extends DeliveryWorld {
  private static final int PEOPLE = 2_000;
  private static final int KILLS = 3;

  private final Random random = new Random(20_261_123);
  private final AtomicInteger lost = new AtomicInteger();

  FaultRunTest(TestDatabase database) {
    super(database);
  }

  @Test
  void whereTheChannelTellsEverybodyGetsTheirsExactlyOnce() {
    slack.answers(to -> faults());
    plan(trust, many("T0TRUST", PEOPLE));

    run();

    assertThat(slack.reached()).doesNotHaveDuplicates().hasSize(PEOPLE);
    assertThat(counts()).isEqualTo(Map.of("sent", PEOPLE));
  }

  @Test
  void whereItCannotTellEverybodyGetsTheirsOnceOrIsListed() {
    slack.tells(false);
    slack.answers(to -> faults());
    plan(trust, many("T0TRUST", PEOPLE));

    run();

    assertThat(slack.reached()).doesNotHaveDuplicates();
    List<Missed> missed = missed();
    assertThat(missed).allMatch(each -> each.status() == Status.UNCONFIRMED);
    assertThat(missed.size()).isBetween(1, lost.get() + KILLS * Pace.LARGEST_BATCH);
    Set<String> accounted = slack.reached().stream().map(Address::user).collect(Collectors.toSet());
    missed.forEach(each -> accounted.add(each.address().user()));
    assertThat(accounted).as("reached or listed").hasSize(PEOPLE);
  }

  private void run() {
    for (int i = 0; i < KILLS; i++) {
      runner().runOnce();
      clock.move(Duration.ofSeconds(20));
      claimAndDie();
    }
    Runner runner = runner();
    Reconciler reconciler = reconciler();
    for (int i = 0; i < 500; i++) {
      runner.runOnce();
      reconciler.runOnce();
      clock.move(Duration.ofSeconds(30));
    }
  }

  /** Half of what it claims goes out, and nothing of it is recorded. */
  private void claimAndDie() {
    Lane lane = new Lane(trust, Address.Kind.SLACK, "T0TRUST");
    List<Claimed> claimed = new Claims(store).next(lane, pace, clock.instant()).toSend();
    for (Claimed each : claimed.subList(0, claimed.size() / 2)) {
      new Courier(composer::apply, new Backoff(random), clock).bring(each, slack);
    }
  }

  /** Storms of 429 hit a hundred calls in a row. */
  private synchronized Fate faults() {
    if (slack.calls() % 700 > 600) {
      return Fate.THROTTLED;
    }
    int of20 = random.nextInt(20);
    if (of20 < 2) {
      lost.incrementAndGet();
      return of20 == 0 ? Fate.TAKEN_BUT_NO_REPLY : Fate.LOST_ON_THE_WAY;
    }
    return of20 == 2 ? Fate.UNREACHABLE : Fate.TAKEN;
  }

  private List<Missed> missed() {
    List<Missed> all = new ArrayList<>();
    List<Missed> page = results.missed(trust, CAMPAIGN, "", 100);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = results.missed(trust, CAMPAIGN, page.getLast().id(), 100);
    }
    return all;
  }
}
