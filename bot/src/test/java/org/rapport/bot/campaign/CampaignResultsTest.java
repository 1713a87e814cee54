package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.rapport.bot.campaign.CampaignWorld.oneOff;
import static org.rapport.bot.campaign.CampaignWorld.user;

import java.nio.file.Path;
import java.time.LocalDate;
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
import org.rapport.bot.people.Preferences;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class CampaignResultsTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private CampaignWorld world;

  CampaignResultsTest(TestDatabase database) {
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
  void preflightSaysWhoGetsItAndWhoDoesNotAndChangesNothing() {
    world.enrolled(4);
    world.preferences.change(user("U2"), Preferences::stop);
    Campaign draft = world.campaigns.create(world.lead(), oneOff("2027-01-12T09:00"));

    Preflight preflight = world.preflights().of(draft);

    assertThat(preflight.gets()).isEqualTo(3);
    assertThat(preflight.misses()).containsExactly(entry("opted_out", 1));
    assertThat(preflight.who()).containsExactly(new Preflight.Missing(user("U2"), "opted_out"));
    assertThat(world.ledgerOf(draft)).isEmpty();
  }

  @Test
  void preflightCountsThoseWhoWouldBeOverTheCap() {
    world.enrolled(1);
    for (String start : List.of("2027-01-11T12:30", "2027-01-11T13:30")) {
      Campaign other = world.campaigns.create(world.lead(), oneOff(start));
      world.campaigns.start(world.lead(), other.id());
      world.itIs(start + ":00Z");
      world.planner().runOnce();
    }
    Campaign draft = world.campaigns.create(world.lead(), oneOff("2027-01-12T09:00"));

    assertThat(world.preflights().of(draft).misses()).containsExactly(entry("over_cap", 1));
  }

  @Test
  void preflightOfACampaignWhoseDatesAreOverSaysSo() {
    world.enrolled(1);
    Campaign draft = world.campaigns.create(world.lead(), oneOff("2026-01-12T09:00"));

    assertThat(world.preflights().of(draft).occurrence()).isEmpty();
  }

  @Test
  void whatPeopleDidIsCountedWithHowSureThatIs() {
    world.enrolled(10);
    Campaign campaign = sent();
    world.deliveries(campaign).stream().limit(5).forEach(each -> react(each, Reaction.DONE));

    Outcomes outcomes = results(campaign);

    assertThat(outcomes.total().sent()).isEqualTo(10);
    Outcomes.Share done = outcomes.total().done().orElseThrow().done();
    assertThat(done.people()).isEqualTo(5);
    // Wilson's interval of 5 in 10, as tables have it.
    assertThat(done.interval().low()).isCloseTo(0.2366, within(0.0001));
    assertThat(done.interval().high()).isCloseTo(0.7634, within(0.0001));
    assertThat(outcomes.days())
        .containsExactly(new Outcomes.Day(LocalDate.parse("2027-01-11"), 10));
    assertThat(ResultsCsv.of(outcomes))
        .startsWith("nudge,what,reason,count,low,high\r\n")
        .contains("all,done,,5,0.2366,0.7634\r\n");
  }

  @Test
  void nothingIsSaidOfFewerThanFivePeople() {
    world.enrolled(4);
    Campaign campaign = sent();
    world.deliveries(campaign).forEach(each -> react(each, Reaction.NOT_FOR_ME));

    Outcomes outcomes = results(campaign);

    assertThat(outcomes.total().sent()).isEqualTo(4);
    assertThat(outcomes.total().done()).isEmpty();
    assertThat(CampaignJson.of(outcomes).toString()).doesNotContain("notForMe");
  }

  @Test
  void itIsSentAgainToThoseItMissedAlone() {
    world.enrolled(6);
    world.preferences.change(user("U1"), Preferences::stop);
    Campaign campaign = sent();
    world.preferences.change(user("U1"), Preferences::start);

    Campaign again = again(campaign, 1).orElseThrow();
    world.campaigns.startNow(world.lead(), again.id());
    world.planner().runOnce();

    assertThat(again.state()).isEqualTo(State.DRAFT);
    assertThat(again.plan().nudges()).isEqualTo(campaign.plan().nudges());
    assertThat(world.deliveries(again))
        .extracting(each -> each.address().user())
        .containsExactly("U1");
    assertThat(again(campaign, 2)).isEmpty();
  }

  private Optional<Campaign> again(Campaign campaign, int number) {
    return new SendAgain(world.store, world.campaigns, world.results, world.enrolments, world.clock)
        .draft(world.lead(), campaign, number);
  }

  private Campaign sent() {
    Campaign campaign = world.campaigns.create(world.lead(), oneOff("2027-01-11T12:30"));
    world.campaigns.startNow(world.lead(), campaign.id());
    world.planner().runOnce();
    world.deliveries(campaign).stream()
        .filter(each -> !world.preferences.of(each.address()).stopped())
        .forEach(world::sent);
    return campaign;
  }

  private Outcomes results(Campaign campaign) {
    return new CampaignResults(world.results, new GivenNudges(world.store, world.clock))
        .of(campaign);
  }

  private void react(Delivery delivery, Reaction reaction) {
    GivenNudges given = new GivenNudges(world.store, world.clock);
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
    given.keep(nudge);
    given.react(nudge, reaction);
  }
}
