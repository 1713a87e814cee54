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

/** What may have gone out is never sent again on a guess. */
@ParameterizedClass
@EnumSource
class ReconcilerTest extends DeliveryWorld {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  ReconcilerTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aMessageWhoseReplyWasLostIsFoundAndCountsAsSent() {
    plan("AMA");
    slack.answers(Fate.TAKEN_BUT_NO_REPLY);
    runner().runOnce();
    assertThat(counts()).isEqualTo(Map.of("unconfirmed no_reply", 1));

    clock.move(MINUTE);
    reconciler().runOnce();

    assertThat(counts()).isEqualTo(Map.of("sent", 1));
    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void aMessageThatSurelyDidNotArriveIsSentAgain() {
    plan("AMA");
    slack.answers(Fate.LOST_ON_THE_WAY);
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    clock.move(MINUTE);
    reconciler().runOnce();
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void aMessageIsNotAskedAboutWhileItMayStillBeOnItsWay() {
    plan("AMA");
    slack.answers(Fate.LOST_ON_THE_WAY);
    runner().runOnce();

    clock.move(MINUTE.minusSeconds(1));
    reconciler().runOnce();

    assertThat(slack.questions()).isZero();
  }

  @Test
  void whereTheChannelCannotTellItStaysUnconfirmedAndListed() {
    plan("AMA");
    slack.answers(Fate.TAKEN_BUT_NO_REPLY);
    slack.tells(false);
    runner().runOnce();

    for (int i = 0; i < 10; i++) {
      clock.move(MINUTE);
      reconciler().runOnce();
      runner().runOnce();
    }

    assertThat(slack.users()).containsExactly("AMA");
    assertThat(slack.questions()).isEqualTo(1);
    assertThat(results.missed(trust, CAMPAIGN, "", 10))
        .singleElement()
        .satisfies(missed -> assertThat(missed.status()).isEqualTo(Status.UNCONFIRMED))
        .satisfies(missed -> assertThat(missed.person()).isEqualTo("p-AMA"));
  }

  @Test
  void whatWasClaimedAndNotRecordedIsNeverSimplyClaimedAgain() {
    plan("AMA", "BEN");
    Lane lane = new Lane(trust, at("T0TRUST", "AMA").channel(), "T0TRUST");
    Batch claimed = new Claims(store).next(lane, pace, clock.instant());
    assertThat(claimed.toSend()).hasSize(2);
    slack.tells(false);

    // A replica after a crash: of what it had claimed, it does not know what went out.
    for (int i = 0; i < 10; i++) {
      clock.move(MINUTE);
      runner().runOnce();
      reconciler().runOnce();
    }

    assertThat(slack.calls()).isZero();
    assertThat(counts()).isEqualTo(Map.of("unconfirmed no_outcome", 2));
  }

  @Test
  void whatWasClaimedAndNeverWentOutIsSentOnceTheChannelSaysSo() {
    plan("AMA", "BEN");
    new Claims(store)
        .next(new Lane(trust, at("T0TRUST", "A").channel(), "T0TRUST"), pace, clock.instant());

    for (int i = 0; i < 10; i++) {
      clock.move(MINUTE);
      reconciler().runOnce();
      runner().runOnce();
    }

    assertThat(slack.users()).containsExactly("AMA", "BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 2));
  }

  @Test
  void aClaimThatIsBeingSentIsLeftAlone() {
    plan("AMA");
    new Claims(store)
        .next(new Lane(trust, at("T0TRUST", "A").channel(), "T0TRUST"), pace, clock.instant());

    clock.move(MINUTE);
    reconciler().runOnce();

    assertThat(counts()).isEqualTo(Map.of("claimed", 1));
  }

  @Test
  void whoeverComesBackLateStillSaysThatItWentOut() {
    plan("AMA");
    slack.beforeEach(() -> {
      // While the message is on its way, its lease ends and others take it for lost.
      clock.move(Duration.ofMinutes(3));
      reconciler().runOnce();
      assertThat(counts()).isEqualTo(Map.of("unconfirmed no_outcome", 1));
    });

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void aWorkspaceIsAskedOnceAMinuteAndTheOthersQueue() {
    pace = new Pace(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Pace.SLACK.betweenQuestions());
    plan("AMA", "BEN", "CAL");
    plan(otherTrust, java.util.List.of(planned("T0OTHER", "STRANGER")));
    slack.answers(Fate.TAKEN_BUT_NO_REPLY);
    runner().runOnce();
    clock.move(MINUTE);

    reconciler().runOnce();
    reconciler().runOnce();
    assertThat(slack.questions()).isEqualTo(2);

    clock.move(MINUTE);
    reconciler().runOnce();
    assertThat(slack.questions()).isEqualTo(3);

    clock.move(MINUTE);
    reconciler().runOnce();
    assertThat(counts()).isEqualTo(Map.of("sent", 3));
    assertThat(counts(otherTrust)).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void aSendThatBreaksMayHaveGoneOut() {
    plan("AMA");
    slack.answers(Fate.BROKEN);

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("unconfirmed broke", 1));
  }

  @Test
  void whatIsStillOnItsWayIsNotSentAgainHoweverOftenTheClockIsPutForward() {
    plan("AMA");
    AtomicBoolean isFirst = new AtomicBoolean(true);
    slack.beforeEach(() -> {
      if (isFirst.getAndSet(false)) {
        for (int i = 0; i < 3; i++) {
          clock.move(Duration.ofHours(1));
          reconciler().runOnce();
          runner().runOnce();
        }
      }
    });

    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void aClockThatIsPutForwardSendsNothingTwice() {
    plan("AMA", "BEN");
    slack.beforeEach(() -> {
      clock.move(Duration.ofHours(5));
      reconciler().runOnce();
      runner().runOnce();
    });

    runner().runOnce();
    clock.move(Duration.ofHours(5));
    reconciler().runOnce();
    runner().runOnce();

    assertThat(slack.users()).doesNotHaveDuplicates();
  }

  @Test
  void aClockThatIsPutBackStopsNothing() {
    pace = Pace.SLACK;
    plan("AMA");
    runner().runOnce();

    clock.move(Duration.ofDays(-1));
    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", java.util.List.of(planned("AMA"), planned("BEN")));
    ledger.planned(trust, CAMPAIGN, "next");
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA", "AMA", "BEN");
  }
}
