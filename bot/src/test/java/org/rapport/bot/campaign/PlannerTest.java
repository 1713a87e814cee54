package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.rapport.bot.campaign.CampaignWorld.oneOff;
import static org.rapport.bot.campaign.CampaignWorld.sequence;
import static org.rapport.bot.campaign.CampaignWorld.tagged;
import static org.rapport.bot.campaign.CampaignWorld.user;
import static org.rapport.bot.campaign.CampaignWorld.weekly;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.delivery.Delivery;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.library.Span;

@ParameterizedClass
@EnumSource
class PlannerTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private CampaignWorld world;

  PlannerTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    world = new CampaignWorld(database, folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everybodyOfTheAudienceIsPlannedOnce() {
    world.enrolled(1203);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    assertThat(world.planner().runOnce()).isEqualTo(1);
    assertThat(world.planner().runOnce()).isZero();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 1203));
    assertThat(world.stateOf(campaign)).isEqualTo(State.RUNNING);
  }

  @Test
  void nothingIsPlannedLongBeforeItsTime() {
    world.enrolled(2);
    Campaign campaign = started(oneOff("2027-01-13T09:00"));

    assertThat(world.planner().runOnce()).isZero();
    world.itIs("2027-01-13T08:00:00Z");
    assertThat(world.planner().runOnce()).isEqualTo(1);

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 2));
  }

  @Test
  void aLeaseOfAPlannerThatDiedHoldsUntilItIsOver() {
    world.enrolled(2);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));
    claimedByAPlannerThatDied();

    assertThat(world.planner().runOnce()).isZero();
    world.later(Duration.ofMinutes(2));
    assertThat(world.planner().runOnce()).isEqualTo(1);
    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 2));
  }

  @Test
  void aLeaseOfAClockThatWasPutBackHoldsNothingUp() {
    world.enrolled(2);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));
    world.later(Duration.ofDays(1));
    claimedByAPlannerThatDied();

    world.later(Duration.ofDays(-1));

    assertThat(world.planner().runOnce()).isEqualTo(1);
    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 2));
  }

  @Test
  void aLeaseOfAClockThatWasPutBackKeepsNobodyFromChangingACampaign() {
    Campaign campaign = started(oneOff("2027-01-11T12:30"));
    world.later(Duration.ofDays(1));
    claimedByAPlannerThatDied();
    assertThat(world.campaigns.edit(world.lead(), campaign.id(), oneOff("2027-01-14T12:30")))
        .isInstanceOf(Change.Busy.class);

    world.later(Duration.ofDays(-1));

    assertThat(world.campaigns.edit(world.lead(), campaign.id(), oneOff("2027-01-14T12:30")))
        .isInstanceOf(Change.Done.class);
  }

  @Test
  void aSequenceComesAWeekApartAndThenFinishes() {
    world.enrolled(1);
    Campaign campaign = started(sequence("2027-01-11T12:30", 3));

    List<State> states = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      world.planner().runOnce();
      states.add(world.stateOf(campaign));
      world.later(Duration.ofDays(1));
    }

    assertThat(world.deliveries(campaign))
        .extracting(Delivery::occurrence)
        .containsExactly("1.2027-01-11T12:30", "2.2027-01-18T12:30", "3.2027-01-25T12:30");
    assertThat(states).startsWith(State.RUNNING).endsWith(State.FINISHED);
  }

  @Test
  void theWeeklyCoachKeepsEachPersonsOwnDayAndTime() {
    world.enrolled(
        "address,zone", "slack:T0TRUST/U1,Europe/London", "slack:T0TRUST/U2,America/New_York");
    Campaign campaign = started(weekly("2027-01-18T00:00"));

    world.itIs("2027-01-17T12:00:00Z");
    world.planner().runOnce();

    // Tuesday at nine is everybody's who said nothing else.
    assertThat(world.deliveries(campaign))
        .extracting(Delivery::due)
        .containsExactly(
            Instant.parse("2027-01-19T09:00:00Z"), Instant.parse("2027-01-19T14:00:00Z"));
  }

  @Test
  void onlyTheAudienceGetsIt() {
    world.enrolled(
        "address,position,tags",
        "slack:T0TRUST/U1,chair,board",
        "slack:T0TRUST/U2,chair,board;leaving",
        "slack:T0TRUST/U3,chief-executive,board",
        "slack:T0TRUST/U4,chair,",
        "slack:T0TRUST/U5,,board");
    Campaign campaign =
        started(oneOff("2027-01-11T12:30", new Audience(tagged("board"), tagged("leaving"))));

    world.planner().runOnce();

    assertThat(world.deliveries(campaign))
        .extracting(each -> each.address().user())
        .containsExactly("U1", "U3", "U5");
  }

  @Test
  void whoGetsNoneIsCountedWithTheReason() {
    world.enrolled(4);
    world.preferences.change(user("U1"), Preferences::stop);
    world.preferences.pause(user("U2"), LocalDate.parse("2027-02-01"));
    world.store.run(handle ->
        handle.execute(
            "insert into address_end (organisation_id, channel, workspace, user_id, reason, since)"
                + " values (?, 'slack', 'T0TRUST', 'U3', 'user_disabled', 0)",
            world.organisation()));
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign))
        .containsOnly(
            entry("planned", 1),
            entry("skipped opted_out", 1),
            entry("skipped paused", 1),
            entry("skipped user_disabled", 1));
  }

  @Test
  void whereRapportIsNotInstalledNobodyIsWrittenTo() {
    world.enrolled(2);
    world.installed = (channel, workspace) -> false;
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("skipped bot_not_installed", 2));
  }

  @Test
  void whereMostGetNothingEachOfThemIsNotedOnceAndTheOthersArePlanned() {
    String[] rows = new String[1_150];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "slack:T0TRUST/U" + (1_000 + i) + ",2027-01-01..2027-02-28";
    }
    world.enrolled("address,leave", rows);
    world.enrolled(50);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign))
        .containsOnly(entry("planned", 50), entry("skipped on_leave", 1_150));
    assertThat(world.preflights().of(world.find(campaign)).misses())
        .containsOnly(entry("on_leave", 1_150));
  }

  @Test
  void aCrashAtAnyPointRepeatsNothing() {
    world.enrolled(1100);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));
    int asked = 0;
    for (int crashAt : List.of(1, 300, 700, 1099)) {
      crashAfter(crashAt);
      world.planner().runOnce();
      asked++;
      assertThat(claimable(campaign)).isZero();
      world.later(Duration.ofMinutes(3));
    }
    world.installed = (channel, workspace) -> true;
    world.planner().runOnce();

    assertThat(asked).isEqualTo(4);
    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 1100));
    assertThat(claimable(campaign)).isEqualTo(1100);
  }

  @Test
  void twoPlannersAtOncePlanEverybodyOnce() throws Exception {
    world.enrolled(700);
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> both =
          threads.invokeAll(List.of(world.planner()::runOnce, world.planner()::runOnce));
      assertThat(both.get(0).get() + both.get(1).get()).isEqualTo(1);
    }

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 700));
  }

  @Test
  void afterALongStandstillWhatIsTooLateIsLeftOutAndSaidToBeSo() {
    world.enrolled(3);
    world.preferences.change(user("U1"), Preferences::stop);
    Campaign campaign = started(sequence("2027-01-12T09:00", 5));

    world.itIs("2027-01-27T12:00:00Z");
    world.planner().runOnce();

    assertThat(skipped(campaign, 1)).containsOnly(entry("too_late", 2), entry("opted_out", 1));
    assertThat(skipped(campaign, 2)).containsOnly(entry("too_late", 2), entry("opted_out", 1));
    assertThat(skipped(campaign, 3)).containsOnly(entry("opted_out", 1));
    assertThat(world.ledgerOf(campaign))
        .containsOnly(
            entry("planned", 2), entry("skipped too_late", 4), entry("skipped opted_out", 3));
    assertThat(world.find(campaign).next().orElseThrow().number()).isEqualTo(4);
  }

  @Test
  void aOneOffThatTheServerSleptThroughSaysHowManyMissedIt() {
    world.enrolled(700);
    Campaign campaign = started(oneOff("2027-01-12T09:00"));

    world.itIs("2027-02-12T12:00:00Z");
    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("skipped too_late", 700));
    assertThat(world.stateOf(campaign)).isEqualTo(State.FINISHED);
  }

  @Test
  void whatTheServerSleptThroughIsNotedOnceThoughItCrashesMeanwhile() {
    world.enrolled(1_100);
    Campaign campaign = started(oneOff("2027-01-12T09:00"));
    world.itIs("2027-02-12T12:00:00Z");
    for (int crashAt : List.of(1, 700)) {
      crashAfter(crashAt);
      world.planner().runOnce();
      world.later(Duration.ofMinutes(3));
    }

    world.installed = (channel, workspace) -> true;
    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("skipped too_late", 1_100));
  }

  @Test
  void whoWasEnrolledAfterwardsMissedNothing() {
    world.enrolled(2);
    Campaign campaign = started(sequence("2027-01-12T09:00", 5));
    world.itIs("2027-01-25T12:00:00Z");
    world.enrolled(3);

    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("skipped too_late", 4));
  }

  @Test
  void aPausedCampaignIsNotPlannedUntilItGoesOn() {
    world.enrolled(1);
    Campaign campaign = started(sequence("2027-01-11T12:30", 3));
    world.planner().runOnce();
    world.campaigns.pause(world.lead(), campaign.id());

    world.itIs("2027-01-18T12:30:00Z");
    assertThat(world.planner().runOnce()).isZero();
    world.campaigns.resume(world.lead(), campaign.id());
    assertThat(world.planner().runOnce()).isEqualTo(1);

    assertThat(world.deliveries(campaign)).hasSize(2);
  }

  @Test
  void nothingIsSentInAQuietPeriodOfTheOrganisation() {
    world.enrolled(1);
    world.campaigns.rules(
        world.lead(),
        new Rules(
            false,
            2,
            4,
            List.of(new Span(LocalDate.parse("2027-01-11"), LocalDate.parse("2027-03-01")))));
    Campaign campaign = started(oneOff("2027-01-11T12:30"));

    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("skipped pre_election", 1));
  }

  private Campaign started(Plan plan) {
    Campaign campaign = world.campaigns.create(world.lead(), plan);
    assertThat(world.campaigns.start(world.lead(), campaign.id())).isInstanceOf(Change.Done.class);
    return campaign;
  }

  private void claimedByAPlannerThatDied() {
    Instant now = world.clock.instant();
    assertThat(
            world.store.<Optional<Campaign>, RuntimeException>write(
                handle -> CampaignTables.claim(handle, now, now.plus(Planner.LEASE))))
        .isPresent();
  }

  /** The machine breaks down while the person of this number is looked at. */
  private void crashAfter(int people) {
    int[] left = {people};
    world.installed =
        (channel, workspace) -> {
          if (left[0]-- == 0) {
            throw new IllegalStateException("The machine breaks down");
          }
          return true;
        };
  }

  private Map<String, Integer> skipped(Campaign campaign, int number) {
    return new CampaignResults(world.results, new GivenNudges(world.store, world.clock))
        .of(campaign).nudges().stream()
            .filter(nudge -> nudge.number() == number)
            .findFirst()
            .orElseThrow()
            .group()
            .skipped();
  }

  private int claimable(Campaign campaign) {
    return world.store.read(handle ->
        handle
            .select(
                "select count(*) from delivery d join occurrence o on o.campaign = d.campaign"
                    + " and o.occurrence = d.occurrence"
                    + " where d.campaign = ? and o.planned_at is not null",
                campaign.id())
            .mapTo(Integer.class)
            .one());
  }
}
