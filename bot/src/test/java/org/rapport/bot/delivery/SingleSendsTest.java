package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.TestDatabase;

/** What goes out beside the ledger goes out of the same budget. */
@ParameterizedClass
@EnumSource
class SingleSendsTest extends DeliveryWorld {
  private static final Address LEAD = at("T0TRUST", "LEAD");

  SingleSendsTest(TestDatabase database) {
    super(database);
    pace = Pace.SLACK;
  }

  @Test
  void itWaitsForABudgetThatNudgesUsedUp() {
    plan(trust, many("T0TRUST", 100));
    runner().runOnce();
    int nudges = slack.calls();

    SendResult refused = send(LEAD);

    assertThat(refused).isInstanceOf(SendResult.Throttled.class);
    Duration after = ((SendResult.Throttled) refused).after();
    assertThat(after).isPositive().isLessThan(Duration.ofSeconds(1));
    assertThat(slack.calls()).isEqualTo(nudges);
    clock.move(after);
    assertThat(send(LEAD)).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void nudgesHaveOneLessAfterIt() {
    plan(trust, many("T0TRUST", 100));

    assertThat(send(LEAD)).isInstanceOf(SendResult.Sent.class);
    runner().runOnce();

    assertThat(slack.users()).hasSize(8);
  }

  @Test
  void twoToOnePersonAreASecondApart() {
    send(LEAD);

    assertThat(send(LEAD)).isEqualTo(new SendResult.Throttled(Duration.ofSeconds(1)));
    assertThat(send(at("T0TRUST", "SECOND"))).isInstanceOf(SendResult.Sent.class);
    clock.move(Duration.ofSeconds(1));
    assertThat(send(LEAD)).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void aWorkspaceThatHasEnoughIsLeftAloneByNudgesToo() {
    slack.answers(Fate.THROTTLED);
    assertThat(send(LEAD)).isEqualTo(new SendResult.Throttled(FakePlatform.RETRY_AFTER));
    slack.answers(Fate.TAKEN);
    plan("AMA");

    runner().runOnce();

    assertThat(slack.users()).isEmpty();
    assertThat(send(at("T0TRUST", "SECOND")))
        .isEqualTo(new SendResult.Throttled(FakePlatform.RETRY_AFTER));
    clock.move(FakePlatform.RETRY_AFTER);
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void anotherWorkspaceDoesNotWait() {
    slack.answers(to -> to.equals(LEAD) ? Fate.THROTTLED : Fate.TAKEN);
    send(LEAD);

    assertThat(send(at("T0NEW", "NEW"))).isInstanceOf(SendResult.Sent.class);
  }

  private SendResult send(Address to) {
    return new SingleSends(store, clock)
        .send(trust, new Outlet(slack, pace), to, new Message("A test", List.of()), "test-1");
  }
}
