package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackRosters;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.people.Group;
import org.rapport.bot.store.TestDatabase;

/** Campaigns for the members of channels. */
@ParameterizedClass
@EnumSource
class MembershipsTest {
  private static final Circle BOARD = new Circle(Circle.Kind.CHANNEL, "T0TRUST", "C0BOARD");
  private static final Circle LEAVERS = new Circle(Circle.Kind.CHANNEL, "T0TRUST", "C0LEAVERS");
  private static final Circle THEIRS = new Circle(Circle.Kind.CHANNEL, "T0OTHER", "C0THEIRS");

  private final TestDatabase database;

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();
  private CampaignWorld world;
  private SlackRosters rosters;

  MembershipsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    world = new CampaignWorld(database, folder);
    rosters =
        new SlackRosters(
            slack.apiUrl(),
            new OneToken("xoxb-test"),
            new SlackTrouble(new SimpleMeterRegistry()),
            world.clock);
    world.rosters.add(Address.Kind.SLACK, rosters);
    world.enrolled(1203);
    world.people.organisation(CampaignWorld.STRANGER);
  }

  @AfterEach
  void close() {
    rosters.close();
    world.close();
    slack.close();
  }

  @Test
  void onlyEnrolledMembersOfTheChannelGetIt() {
    slack.hasChannel("C0BOARD", "U1", "U700", "U1203", "U0NOBODY");
    Campaign campaign = started(Set.of(BOARD), Set.of());

    assertThat(world.preflights().of(campaign).gets()).isEqualTo(3);
    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 3));
    assertThat(world.deliveries(campaign))
        .extracting(each -> each.address().user())
        .containsExactlyInAnyOrder("U1", "U700", "U1203");
  }

  @Test
  void membersOfAnExcludedChannelDoNotGetIt() {
    slack.hasChannel("C0BOARD", "U1", "U2", "U3");
    slack.hasChannel("C0LEAVERS", "U2");

    assertThat(preflight(Set.of(BOARD), Set.of(LEAVERS)).gets()).isEqualTo(2);
    assertThat(preflight(Set.of(), Set.of(LEAVERS)).gets()).isEqualTo(1202);
  }

  @Test
  void aChannelWithNobodyEnrolledIsForNobody() {
    slack.hasChannel("C0BOARD");

    assertThat(preflight(Set.of(BOARD), Set.of()).gets()).isZero();
  }

  @Test
  void aChannelThatCannotBeReadIsTheReasonThatThePreflightGives() {
    assertThat(preflight(Set.of(BOARD), Set.of()).unread())
        .contains(new Unread("slack:T0TRUST/C0BOARD", "channel_not_found"));
    assertThat(preflight(Set.of(), Set.of(BOARD)).gets()).isZero();
  }

  @Test
  void planningWaitsForAChannelThatCannotBeRead() {
    Campaign campaign = started(Set.of(BOARD), Set.of());

    assertThat(world.planner().runOnce()).isEqualTo(1);
    assertThat(world.ledgerOf(campaign)).isEmpty();
    assertThat(world.planner().runOnce()).as("seen to again at once").isZero();

    slack.hasChannel("C0BOARD", "U1", "U2");
    world.later(Duration.ofMinutes(3));
    world.planner().runOnce();

    assertThat(world.ledgerOf(campaign)).containsExactly(entry("planned", 2));
  }

  @Test
  void aWaitingCampaignHoldsUpNoOther() {
    started(Set.of(BOARD), Set.of());
    Campaign other = started(Set.of(), Set.of());

    world.planner().runOnce();

    assertThat(world.ledgerOf(other)).containsExactly(entry("planned", 1203));
  }

  @Test
  void aChannelOfAnotherOrganisationIsNotRead() {
    slack.hasChannel("C0THEIRS", "U1");

    assertThat(preflight(Set.of(THEIRS), Set.of()).unread())
        .contains(new Unread("slack:T0OTHER/C0THEIRS", "not_of_organisation"));
    assertThat(slack.listed()).isEmpty();
  }

  @Test
  void channelsAreReadFromAPlanAndWrittenBack() {
    String json =
        """
        {"name": "Board", "kind": "weekly", "when": {"start": "2027-01-11T12:30"},
         "audience": {"to": {"channels": ["slack:T0TRUST/C0BOARD",
                                          "teams:tenant-one/19:team@thread.tacv2"]},
                      "not": {"channels": ["slack:T0TRUST/C0LEAVERS"]}}}
        """;

    Plan plan = PlanReader.kept(json);

    assertThat(plan.audience().in())
        .containsExactlyInAnyOrder(
            BOARD, new Circle(Circle.Kind.TEAM, "tenant-one", "19:team@thread.tacv2"));
    assertThat(plan.audience().notIn()).containsExactly(LEAVERS);
    assertThat(PlanReader.kept(PlanJson.of(plan).toString())).isEqualTo(plan);
    assertThatThrownBy(() -> PlanReader.kept(json.replace("slack:T0TRUST/C0BOARD", "#board")))
        .hasMessageContaining("audience.to.channels: expected slack:TEAM/CHANNEL");
  }

  private Preflight preflight(Set<Circle> in, Set<Circle> notIn) {
    return world.preflights().of(started(in, notIn));
  }

  private Campaign started(Set<Circle> in, Set<Circle> notIn) {
    Audience audience = new Audience(Group.ANYBODY, Group.ANYBODY, in, notIn);
    Campaign campaign =
        world.campaigns.create(world.lead(), CampaignWorld.oneOff("2027-01-11T12:30", audience));
    world.campaigns.start(world.lead(), campaign.id());
    return campaign;
  }
}
