package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.store.TestDatabase;

/** A clock that somebody sets a day wrong, and right again. */
@ParameterizedClass
@EnumSource
class ClockTest extends DeliveryWorld {
  private static final Duration DAY = Duration.ofDays(1);

  ClockTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aDayForwardWhatIsTooLateIsSkippedAndSaysSo() {
    plan("AMA", "BEN");

    clock.move(DAY);
    runner().runOnce();

    assertThat(slack.calls()).isZero();
    assertThat(counts()).isEqualTo(Map.of("skipped too_late", 2));
  }

  @Test
  void aDayForwardAndBackWhileMessagesAreOnTheirWayNobodyGetsTwo() {
    plan("AMA", "BEN", "CAT");
    AtomicBoolean isFirst = new AtomicBoolean(true);
    slack.beforeEach(() -> {
      if (isFirst.getAndSet(false)) {
        clock.move(DAY.minusHours(1));
        reconciler().runOnce();
        runner().runOnce();
        clock.move(DAY.minusHours(1).negated());
      }
    });

    runner().runOnce();
    settle();

    assertThat(slack.users()).containsExactly("AMA", "BEN", "CAT");
    assertThat(counts()).isEqualTo(Map.of("sent", 3));
  }

  @Test
  void aDayBackAWorkspaceIsNotClosedForADay() {
    plan("AMA");
    slack.answers(Fate.THROTTLED);
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    clock.move(DAY.negated());
    plan(trust, many("T0TRUST", 1));
    runner().runOnce();

    assertThat(slack.users()).containsExactly("U00000");
  }

  @Test
  void aDayBackTooManyStillClosesIt() {
    plan("AMA");
    slack.answers(Fate.THROTTLED);
    runner().runOnce();
    clock.move(DAY.negated());
    plan(trust, many("T0TRUST", 1));
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    clock.move(FakePlatform.RETRY_AFTER.minusSeconds(1));
    runner().runOnce();
    assertThat(slack.users()).isEmpty();

    clock.move(Duration.ofSeconds(1));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("U00000");
  }

  @Test
  void aDayBackAFreezeIsReadAgainAtOnce() {
    plan("AMA");
    freeze.keepUp();
    clock.move(DAY.negated());
    plan(trust, many("T0TRUST", 1));

    runner().runOnce();

    assertThat(slack.users()).containsExactly("U00000");
  }

  @Test
  void aDayBackWhatADeadServerClaimedIsUnconfirmedAtOnceAndNeverSentOnAGuess() {
    plan("AMA");
    claimedByAServerThatDied();

    clock.move(DAY.negated());
    reconciler().runOnce();
    settle();

    // The channel would be asked about a time at which nothing can have gone out.
    assertThat(slack.questions()).isZero();
    assertThat(slack.calls()).isZero();
    assertThat(counts()).isEqualTo(Map.of("unconfirmed no_outcome", 1));
  }

  @Test
  void aDayBackWhatIsInDoubtFromBeforeIsAskedAboutAtOnce() {
    plan("AMA");
    claimedByAServerThatDied();
    clock.move(DAY);
    reconciler().runOnce();

    clock.move(DAY.negated());
    reconciler().runOnce();
    runner().runOnce();

    assertThat(slack.questions()).isEqualTo(1);
    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void aDayBackAReplyThatWasLostTheDayBeforeIsNotAskedAbout() {
    plan("AMA");
    slack.answers(Fate.TAKEN_BUT_NO_REPLY);
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    clock.move(DAY.negated());
    reconciler().runOnce();
    settle();

    assertThat(slack.questions()).isZero();
    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("unconfirmed no_reply", 1));
  }

  private void claimedByAServerThatDied() {
    new Claims(store).next(Lane.of(trust, at("T0TRUST", "AMA")), pace, clock.instant());
  }

  /** Leases end, and whoever is in doubt is asked about. */
  private void settle() {
    for (int i = 0; i < 4; i++) {
      clock.move(Duration.ofMinutes(3));
      reconciler().runOnce();
      runner().runOnce();
    }
  }
}
