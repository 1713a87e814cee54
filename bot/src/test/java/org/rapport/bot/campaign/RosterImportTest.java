package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.campaign.CampaignWorld.tagged;
import static org.rapport.bot.campaign.CampaignWorld.user;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

@ParameterizedClass
@EnumSource
class RosterImportTest {
  private static final Circle BOARD = new Circle(Circle.Kind.USER_GROUP, "T0TRUST", "@board");

  private final TestDatabase database;

  @TempDir Path folder;

  private final FakeSlack slack = new FakeSlack();
  private CampaignWorld world;
  private SlackRosters rosters;

  RosterImportTest(TestDatabase database) {
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
  }

  @AfterEach
  void close() {
    rosters.close();
    world.close();
    slack.close();
  }

  @Test
  void thePeopleOfAGroupAreEnrolledAndPutOnAList() {
    slack.hasGroup("S0BOARD", "board", "U1", "U2");

    RosterImport.Outcome.Taken taken = taken(Optional.of("Board"));

    assertThat(taken).isEqualTo(new RosterImport.Outcome.Taken("board", 2, 0, 0, List.of()));
    assertThat(enrolled(new Group(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("Board"))))
        .containsExactlyInAnyOrder(user("U1"), user("U2"));
    assertThat(world.enrolments.because(world.organisation(), idOf("U1")).orElseThrow().by())
        .isEqualTo("the comms team");
  }

  @Test
  void whatIsKnownOfSomebodyWhoIsEnrolledStays() {
    world.enrolled("address,tags", "slack:T0TRUST/U1,board");
    slack.hasGroup("S0BOARD", "board", "U1", "U2");

    RosterImport.Outcome.Taken taken = taken(Optional.empty());

    assertThat(taken.added()).isEqualTo(1);
    assertThat(taken.already()).isEqualTo(1);
    assertThat(enrolled(tagged("board"))).containsExactly(user("U1"));
  }

  @Test
  void whoIsNotEnrolledIsListedWithWhy() {
    slack.hasGroup("S0BOARD", "board", "U1", "U2", "U3");
    slack.knows("T0TRUST", "U2").addProperty("is_ultra_restricted", true);
    slack.knows("T0OTHER", "U3");

    RosterImport.Outcome.Taken taken = taken(Optional.empty());

    assertThat(taken.added()).isEqualTo(1);
    assertThat(taken.refused()).isEqualTo(2);
    assertThat(taken.who())
        .containsExactly(
            new RosterImport.Refused(user("U2"), "guest"),
            new RosterImport.Refused(user("U3"), "stranger"));
    assertThat(enrolled(Group.ANYBODY)).containsExactly(user("U1"));
  }

  @Test
  void whoAskedToBeForgottenStaysForgotten() {
    world.store.run(handle ->
        handle.execute(
            "insert into suppression (address_hash, since) values (?, 0)",
            HexFormat.of()
                .formatHex(
                    Arrays.copyOf("slack:T0TRUST/U1".getBytes(StandardCharsets.UTF_8), 32))));
    slack.hasGroup("S0BOARD", "board", "U1");

    assertThat(taken(Optional.empty()).who())
        .containsExactly(new RosterImport.Refused(user("U1"), "forgotten"));
  }

  @Test
  void aWorkspaceOfAnotherOrganisationIsNotRead() {
    world.people.organisation(CampaignWorld.STRANGER);
    slack.hasGroup("S0BOARD", "board", "U1");
    Circle theirs = new Circle(Circle.Kind.USER_GROUP, "T0OTHER", "@board");

    assertThat(world.rosterImports().take(world.lead(), theirs, why(Optional.empty())))
        .isEqualTo(new RosterImport.Outcome.Unread("not_of_organisation"));
    assertThat(slack.listed()).isEmpty();
  }

  @Test
  void aGroupThatCannotBeReadEnrolsNobody() {
    assertThat(world.rosterImports().take(world.lead(), BOARD, why(Optional.empty())))
        .isEqualTo(new RosterImport.Outcome.Unread("no_such_group"));
    assertThat(enrolled(Group.ANYBODY)).isEmpty();
  }

  @Test
  void anEnrolledPersonWhoHasLeftOrIsAGuestNowIsLeftOutUntilTheyAreBack() {
    world.enrolled("address", "slack:T0TRUST/U1", "slack:T0TRUST/U2", "slack:T0TRUST/U3");
    slack.hasGroup("S0BOARD", "board", "U1", "U2", "U3");
    slack.knows("T0TRUST", "U1").addProperty("deleted", true);
    slack.knows("T0TRUST", "U2").addProperty("is_restricted", true);
    Campaign campaign =
        world.campaigns.create(world.lead(), CampaignWorld.oneOff("2027-01-13T09:00"));

    taken(Optional.empty());
    Preflight without = world.preflights().of(campaign);
    slack.knows("T0TRUST", "U1");
    slack.knows("T0TRUST", "U2");
    taken(Optional.empty());

    assertThat(without.gets()).isEqualTo(1);
    assertThat(without.misses()).containsEntry("left", 1).containsEntry("guest", 1);
    assertThat(world.preflights().of(campaign).gets()).isEqualTo(3);
  }

  @Test
  void whoLeftOrIsAGuestIsFoundOutWithoutAnImport() {
    world.enrolled("address", "slack:T0TRUST/U1", "slack:T0TRUST/U2", "slack:T0TRUST/U3");
    slack.knows("T0TRUST", "U1").addProperty("deleted", true);
    slack.knows("T0TRUST", "U2").addProperty("is_restricted", true);
    slack.knows("T0TRUST", "U3");
    Campaign campaign =
        world.campaigns.create(world.lead(), CampaignWorld.oneOff("2027-01-13T09:00"));

    world.standingCheck().runOnce();

    assertThat(world.preflights().of(campaign).misses())
        .containsOnly(Map.entry("left", 1), Map.entry("guest", 1));

    slack.knows("T0TRUST", "U1");
    slack.answers("users.list", FakeSlack.error("missing_scope"));
    world.standingCheck().runOnce();
    assertThat(world.preflights().of(campaign).gets()).isEqualTo(1);
    world.standingCheck().runOnce();
    assertThat(world.preflights().of(campaign).gets()).isEqualTo(2);
  }

  private RosterImport.Outcome.Taken taken(Optional<String> list) {
    RosterImport.Outcome outcome = world.rosterImports().take(world.lead(), BOARD, why(list));
    assertThat(outcome).isInstanceOf(RosterImport.Outcome.Taken.class);
    return (RosterImport.Outcome.Taken) outcome;
  }

  private static PeopleImport.Why why(Optional<String> list) {
    return new PeopleImport.Why("the comms team", "the board's plan", list);
  }

  private String idOf(String user) {
    return world.people.person(user(user)).orElseThrow().id();
  }

  private List<Address> enrolled(Group group) {
    return world.store.read(handle ->
        world.enrolments.page(handle, world.organisation(), group, Group.ANYBODY, "", 10).stream()
            .flatMap(each -> each.person().addresses().stream())
            .toList());
  }
}
