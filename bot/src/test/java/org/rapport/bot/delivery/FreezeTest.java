package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.store.TestDatabase;

/** The switch that stops every nudge, and does so when in doubt. */
@ParameterizedClass
@EnumSource
class FreezeTest extends DeliveryWorld {
  private static final Actor ADMIN = new Actor("U0CHIEF", "slack T0TRUST");

  FreezeTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aFrozenOrganisationSendsNothingAndOthersDo() {
    plan("AMA");
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    freeze.freeze(Optional.of(trust), ADMIN);

    runner().runOnce();

    assertThat(slack.users()).containsExactly("STRANGER");
  }

  @Test
  void everywhereMeansEverybody() {
    plan("AMA");
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    freeze.freeze(Optional.empty(), ADMIN);

    runner().runOnce();

    assertThat(slack.calls()).isZero();
  }

  @Test
  void whatIsUnfrozenGoesOn() {
    plan("AMA");
    freeze.freeze(Optional.of(trust), ADMIN);
    freeze.freeze(Optional.empty(), ADMIN);
    freeze.unfreeze(Optional.empty(), ADMIN);
    assertThat(freeze.frozen(trust)).isTrue();

    freeze.unfreeze(Optional.of(trust), ADMIN);
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void anotherReplicaFollowsWithinASecond() {
    Freeze elsewhere = new Freeze(store, audit, clock);
    elsewhere.keepUp();
    assertThat(elsewhere.frozen(trust)).isFalse();
    freeze.freeze(Optional.of(trust), ADMIN);

    clock.move(Duration.ofSeconds(1));
    elsewhere.keepUp();

    assertThat(elsewhere.frozen(trust)).isTrue();
    assertThat(elsewhere.frozen(otherTrust)).isFalse();
  }

  @Test
  void whileItWasNeverReadNothingIsSent() {
    assertThat(new Freeze(store, audit, clock).frozen(trust)).isTrue();
  }

  @Test
  void onceItCannotBeReadNothingIsSent() {
    freeze.keepUp();
    assertThat(freeze.frozen(trust)).isFalse();
    store.close();

    clock.move(Duration.ofSeconds(3));
    freeze.keepUp();

    assertThat(freeze.frozen(trust)).isTrue();
  }

  @Test
  void aFreezeHoldsForWhatIsClaimedAlready() {
    plan("AMA", "BEN");
    eligibility =
        delivery -> {
          freeze.freeze(Optional.of(trust), ADMIN);
          return new Verdict.Send();
        };
    runner().runOnce();
    assertThat(slack.calls()).isZero();

    eligibility = delivery -> new Verdict.Send();
    freeze.unfreeze(Optional.of(trust), ADMIN);
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA", "BEN");
  }

  @Test
  void whoFrozeAndUnfrozeIsInTheAuditTrail() {
    freeze.freeze(Optional.of(trust), ADMIN);
    freeze.unfreeze(Optional.of(trust), ADMIN);

    assertThat(audit.last(trust, 10))
        .extracting(line -> line.by().name() + " " + line.deed().action())
        .containsExactlyInAnyOrder("U0CHIEF freeze", "U0CHIEF unfreeze");
  }
}
