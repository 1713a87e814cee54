package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.delivery.Composer.Composed;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.delivery.FakePlatform.Fate;
import org.rapport.bot.store.TestDatabase;

/** What is planned is sent once, or why not is known. */
@ParameterizedClass
@EnumSource
class RunnerTest extends DeliveryWorld {
  RunnerTest(TestDatabase database) {
    super(database);
  }

  @Test
  void everybodyWhoIsPlannedIsSentTheirsOnce() {
    plan("AMA", "BEN");

    assertThat(runner().runOnce()).isEqualTo(2);
    assertThat(runner().runOnce()).isZero();

    assertThat(slack.users()).containsExactly("AMA", "BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 2));
    assertThat(meters.counter("rapport.deliveries", "channel", "slack", "outcome", "sent").count())
        .isEqualTo(2);
  }

  @Test
  void nothingIsSentBeforeItsOccurrenceIsPlanned() {
    ledger.open(trust, CAMPAIGN, OCCURRENCE);
    ledger.plan(trust, CAMPAIGN, OCCURRENCE, List.of(planned("AMA")));

    runner().runOnce();
    assertThat(slack.calls()).isZero();

    ledger.planned(trust, CAMPAIGN, OCCURRENCE);
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void whoeverIsPlannedTwiceIsSentOne() {
    plan("AMA");
    plan("AMA", "BEN");
    runner().runOnce();
    plan("AMA", "BEN");
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA", "BEN");
  }

  @Test
  void anOccurrenceThatWasNotOpenedCannotBePlanned() {
    List<Planned> people = List.of(planned("AMA"));
    assertThatThrownBy(() -> ledger.plan(trust, CAMPAIGN, OCCURRENCE, people))
        .hasMessageContaining("Open occurrence 2026-11-23 of campaign c1");
  }

  @Test
  void nothingIsSentBeforeItIsDueNorWhenItIsTooLate() {
    Planned ama = planned("AMA");
    plan(
        trust,
        List.of(
            new Planned(ama.person(), ama.address(), ama.due().plusSeconds(60), ama.tooLate()),
            new Planned(
                "p-BEN",
                at("T0TRUST", "BEN"),
                ama.due().plusSeconds(60),
                ama.due().plusSeconds(61))));

    runner().runOnce();
    assertThat(slack.calls()).isZero();

    clock.move(Duration.ofSeconds(61));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("sent", 1, "skipped too_late", 1));
  }

  @Test
  void whoeverMayNotBeWrittenToAnyMoreIsSkippedWithTheReason() {
    plan("AMA", "BEN");
    eligibility =
        delivery ->
            delivery.person().equals("p-AMA") ? new Verdict.Skip("opted_out") : new Verdict.Send();

    runner().runOnce();

    assertThat(slack.users()).containsExactly("BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 1, "skipped opted_out", 1));
  }

  @Test
  void whoeverMayBeWrittenToLaterWaitsAndIsAskedAboutAgain() {
    plan("AMA");
    eligibility = delivery -> new Verdict.Later(clock.instant().plus(Duration.ofHours(2)));
    runner().runOnce();
    eligibility = delivery -> new Verdict.Send();

    clock.move(Duration.ofHours(1));
    runner().runOnce();
    assertThat(slack.calls()).isZero();

    clock.move(Duration.ofHours(1));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void whereThereIsNothingToSayNobodyIsWrittenTo() {
    plan("AMA");
    composer = delivery -> new Composed.Nothing("nothing_to_offer");

    runner().runOnce();

    assertThat(slack.calls()).isZero();
    assertThat(counts()).isEqualTo(Map.of("skipped nothing_to_offer", 1));
  }

  @Test
  void aMessageThatCannotBeComposedStopsNoOther() {
    plan("AMA", "BEN");
    var usual = composer;
    composer =
        delivery -> {
          if (delivery.person().equals("p-AMA")) {
            throw new IllegalStateException("a mistake");
          }
          return usual.apply(delivery);
        };

    runner().runOnce();

    assertThat(slack.users()).containsExactly("BEN");
    assertThat(counts()).isEqualTo(Map.of("sent", 1, "planned not_composed", 1));
  }

  @Test
  void aStopHoldsForWhatIsQueued() {
    plan("AMA", "BEN");
    assertThat(ledger.skipPerson(trust, "p-AMA", "opted_out")).isEqualTo(1);

    runner().runOnce();

    assertThat(slack.users()).containsExactly("BEN");
  }

  @Test
  void aCancelledCampaignSkipsWhatIsNotClaimed() {
    plan(trust, many("T0TRUST", 1_200));
    plan(otherTrust, many("T0OTHER", 3));

    assertThat(ledger.skipPlanned(trust, CAMPAIGN, "cancelled")).isEqualTo(1_200);
    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("skipped cancelled", 1_200));
    assertThat(counts(otherTrust)).isEqualTo(Map.of("sent", 3));
  }

  @Test
  void whoeverIsSkippedFromTheStartIsCountedAndNeverSent() {
    plan("AMA");
    ledger.skip(
        trust,
        CAMPAIGN,
        OCCURRENCE,
        List.of(
            new PassedOver("p-BEN", at("T0TRUST", "BEN"), "guest"),
            new PassedOver("p-AMA", at("T0TRUST", "AMA"), "guest")));

    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("sent", 1, "skipped guest", 1));
  }

  @Test
  void aPermanentErrorEndsTheAddress() {
    plan("AMA", "BEN");
    slack.answers(to -> to.user().equals("AMA") ? Fate.NO_SUCH_PERSON : Fate.TAKEN);
    runner().runOnce();
    assertThat(new AddressEnds(store, clock).reason(trust, at("T0TRUST", "AMA")))
        .contains("user_not_found");
    assertThat(new AddressEnds(store, clock).reason(trust, at("T0TRUST", "BEN"))).isEmpty();

    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned("AMA")));
    ledger.planned(trust, CAMPAIGN, "next");
    runner().runOnce();

    assertThat(slack.calls()).isEqualTo(2);
    assertThat(counts())
        .isEqualTo(Map.of("sent", 1, "failed user_not_found", 1, "skipped user_not_found", 1));
  }

  @Test
  void afterAMonthAnAddressIsTriedAgain() {
    plan("AMA");
    slack.answers(Fate.NO_SUCH_PERSON);
    runner().runOnce();
    slack.answers(Fate.TAKEN);
    clock.move(AddressEnds.HOLDS);

    ledger.open(trust, CAMPAIGN, "next");
    ledger.plan(trust, CAMPAIGN, "next", List.of(planned("AMA")));
    ledger.planned(trust, CAMPAIGN, "next");
    runner().runOnce();

    assertThat(slack.users()).containsExactly("AMA");
  }

  @Test
  void aMessageThatIsRefusedFailsAndItsAddressGoesOn() {
    plan("AMA");
    slack.answers(Fate.REFUSED);

    runner().runOnce();

    assertThat(counts()).isEqualTo(Map.of("failed msg_too_long", 1));
    assertThat(new AddressEnds(store, clock).reason(trust, at("T0TRUST", "AMA"))).isEmpty();
  }

  @Test
  void whatSurelyDidNotGoOutIsTriedAgainLater() {
    plan("AMA");
    slack.answers(Fate.UNREACHABLE);
    runner().runOnce();
    slack.answers(Fate.TAKEN);

    runner().runOnce();
    assertThat(slack.users()).isEmpty();

    clock.move(Duration.ofSeconds(15));
    runner().runOnce();
    assertThat(slack.users()).containsExactly("AMA");
    assertThat(counts()).isEqualTo(Map.of("sent", 1));
  }

  @Test
  void whatNeverGoesOutIsGivenUpAfterSixTries() {
    plan("AMA");
    slack.answers(Fate.UNREACHABLE);

    sendFor(Duration.ofHours(2), Duration.ofSeconds(10));

    assertThat(slack.calls()).isEqualTo(6);
    assertThat(counts()).isEqualTo(Map.of("failed unreachable", 1));
  }

  @Test
  void oneOrganisationNeverSeesWhatAnotherSends() {
    plan("AMA");
    plan(otherTrust, List.of(planned("T0OTHER", "STRANGER")));
    slack.answers(Fate.REFUSED);
    runner().runOnce();

    assertThat(results.missed(trust, CAMPAIGN, "", 10))
        .extracting(Missed::person)
        .containsExactly("p-AMA");
    assertThat(ledger.skipPerson(otherTrust, "p-AMA", "opted_out")).isZero();
    assertThat(results.reached(otherTrust, "p-AMA", clock.instant().minusSeconds(1))).isZero();
  }

  @Test
  void reachedCountsWhatAPersonGotSinceThen() {
    plan("AMA");
    runner().runOnce();

    assertThat(results.reached(trust, "p-AMA", clock.instant())).isEqualTo(1);
    assertThat(results.reached(trust, "p-AMA", clock.instant().plusSeconds(1))).isZero();
    assertThat(results.reached(trust, "p-BEN", clock.instant())).isZero();
  }
}
