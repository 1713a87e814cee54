package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.campaign.CampaignWorld.oneOff;
import static org.rapport.bot.campaign.CampaignWorld.user;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.delivery.Eligibility.Verdict;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class CampaignEligibilityTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private CampaignWorld world;

  CampaignEligibilityTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    world = new CampaignWorld(database, folder);
    world.enrolled(1);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whoeverNothingSpeaksAgainstGetsIt() {
    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Send());
  }

  @Test
  void aStopHoldsForWhatIsPlannedAlready() {
    Delivery delivery = nudgeNow();

    world.preferences.change(user("U1"), Preferences::stop);

    assertThat(check(delivery)).isEqualTo(new Verdict.Skip("opted_out"));
  }

  @Test
  void aPauseHoldsForWhatIsPlannedAlready() {
    Delivery delivery = nudgeNow();

    world.preferences.pause(user("U1"), LocalDate.parse("2027-01-20"));

    assertThat(check(delivery)).isEqualTo(new Verdict.Skip("paused"));
  }

  @Test
  void aPausedCampaignWaitsAndACancelledOneDoesNot() {
    Campaign campaign = campaignNow();
    Delivery delivery = world.deliveries(campaign).getFirst();

    world.campaigns.pause(world.lead(), campaign.id());
    assertThat(check(delivery)).isInstanceOf(Verdict.Later.class);

    world.campaigns.cancel(world.lead(), campaign.id());
    assertThat(check(delivery)).isEqualTo(new Verdict.Skip("cancelled"));
  }

  @Test
  void inQuietHoursItWaitsForTheirEnd() {
    Delivery delivery = nudgeNow();

    world.itIs("2027-01-11T22:00:00Z");

    assertThat(check(delivery)).isEqualTo(new Verdict.Later(Instant.parse("2027-01-12T08:00:00Z")));
  }

  @Test
  void whatIsLateIsTooLateAndNotHeldByTheWeekendItCameInto() {
    Campaign campaign = onFridayForADay();

    world.itIs("2027-01-16T10:00:00Z");

    assertThat(check(world.deliveries(campaign).getFirst()))
        .isEqualTo(new Verdict.Skip("too_late"));
  }

  @Test
  void whoeverIsAwayByThenIsOnLeave() {
    Campaign campaign = onFridayForADay();
    world.enrolled("address,leave", "slack:T0TRUST/U1,2027-01-15..2027-01-20");

    world.itIs("2027-01-15T12:00:00Z");

    assertThat(check(world.deliveries(campaign).getFirst()))
        .isEqualTo(new Verdict.Skip("on_leave"));
  }

  private Campaign onFridayForADay() {
    When friday =
        new When(
            LocalDateTime.parse("2027-01-15T12:00"),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ZoneId.of("Europe/London")),
            Duration.ofHours(24));
    Campaign campaign = world.campaigns.create(world.lead(), oneOff("2027-01-15T12:00").at(friday));
    world.campaigns.start(world.lead(), campaign.id());
    world.itIs("2027-01-15T11:30:00Z");
    world.planner().runOnce();
    return campaign;
  }

  @Test
  void nobodyGetsMoreInSevenDaysThanTheirOrganisationAllows() {
    sendNow();
    world.later(Duration.ofDays(1));
    sendNow();
    world.later(Duration.ofDays(1));

    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Skip("over_cap"));

    world.itIs("2027-01-18T12:00:00Z");
    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Send());
  }

  @Test
  void ofTwoThatAreSentAtOnceTheCapLetsOneThrough() {
    world.campaigns.rules(world.lead(), new Rules(false, 1, 4, List.of()));
    Delivery one = nudgeNow();
    Delivery other = nudgeNow();
    world.claimed(one);
    world.claimed(other);

    assertThat(world.eligibility().check(List.of(one, other), world.clock.instant()))
        .containsExactlyInAnyOrder(new Verdict.Send(), new Verdict.Skip("over_cap"));
  }

  @Test
  void whoIgnoresFourInARowGetsOneInFourWeeksAndIsAskedOnce() {
    world.itIs("2027-01-12T12:00:00Z");
    for (int week = 0; week < 4; week++) {
      sendNow();
      world.later(Duration.ofDays(7));
    }
    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Skip("softened"));

    world.later(Duration.ofDays(21));
    Delivery asking = nudgeNow();
    assertThat(check(asking)).isEqualTo(new Verdict.Send());
    assertThat(softening(asking)).contains(4);
    world.sent(asking);

    world.later(Duration.ofDays(28));
    Delivery next = nudgeNow();
    assertThat(check(next)).isEqualTo(new Verdict.Send());
    assertThat(softening(next)).isEmpty();
  }

  @Test
  void anyAnswerBringsTheWeeklyOneBack() {
    Delivery last = nudgeNow();
    for (int week = 0; week < 4; week++) {
      last = nudgeNow();
      world.sent(last);
      world.later(Duration.ofDays(7));
    }
    answered(last);

    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Send());
    assertThat(softening(nudgeNow())).isEmpty();
  }

  @Test
  void anAnswerToAnOlderNudgeBringsItBackToo() {
    world.itIs("2027-01-12T12:00:00Z");
    Delivery older = nudgeNow();
    GivenNudge left = kept(older);
    world.sent(older);
    world.later(Duration.ofDays(7));
    Delivery newer = nudgeNow();
    answered(newer);
    world.sent(newer);
    for (int week = 0; week < 4; week++) {
      world.later(Duration.ofDays(7));
      sendNow();
    }
    world.later(Duration.ofDays(7));
    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Skip("softened"));

    new GivenNudges(world.store, world.clock).react(left, Reaction.DONE);

    assertThat(check(nudgeNow())).isEqualTo(new Verdict.Send());
  }

  @Test
  void whoeverIsForgottenGetsNothing() {
    Delivery delivery = nudgeNow();
    world.store.run(handle -> {
      handle.execute("delete from enrolment where person_id = ?", delivery.person());
    });

    assertThat(check(delivery)).isEqualTo(new Verdict.Skip("left"));
  }

  private Campaign campaignNow() {
    Campaign campaign = world.campaigns.create(world.lead(), oneOff("2027-01-01T09:00"));
    world.campaigns.startNow(world.lead(), campaign.id());
    world.planner().runOnce();
    return campaign;
  }

  private Delivery nudgeNow() {
    return world.deliveries(campaignNow()).getFirst();
  }

  private void sendNow() {
    Delivery delivery = nudgeNow();
    assertThat(check(delivery)).isEqualTo(new Verdict.Send());
    world.sent(delivery);
  }

  private Verdict check(Delivery delivery) {
    return world.eligibility().check(delivery, world.clock.instant());
  }

  private Optional<Integer> softening(Delivery delivery) {
    return new Softening(world.store, world.clock).beginsWith(delivery, ZoneId.of("Europe/London"));
  }

  private void answered(Delivery delivery) {
    new GivenNudges(world.store, world.clock).react(kept(delivery), Reaction.DONE);
  }

  private GivenNudge kept(Delivery delivery) {
    GivenNudge nudge =
        new GivenNudge(
            delivery.id(),
            delivery.organisation(),
            delivery.person(),
            delivery.campaign(),
            delivery.occurrence(),
            LocalDate.parse("2027-01-11"),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            world.clock.instant());
    new GivenNudges(world.store, world.clock).keep(nudge);
    return nudge;
  }
}
