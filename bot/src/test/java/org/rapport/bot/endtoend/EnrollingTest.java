package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.bot.channel.teams.FakeConnector;

/** A comms lead enrols people in chat: a user group of Slack, and a team of Teams. */
class EnrollingTest extends OnEachDatabase {

  @Override
  Map<String, String> variables() {
    return Map.of("RAPPORT_ADMINS", "slack:T0TRUST/U0LEAD,teams:tenant-one/directory-id-of-lead");
  }

  @Test
  void inSlackAUserGroupIsEnrolledAndWhoIsNotIsSaid() {
    SlackPerson lead = rapport.slackPerson("T0TRUST", "U0LEAD");
    rapport.slack.hasGroup("S0BOARD", "board", "U0CHIEF", "U0GUEST");
    rapport.slack.knows("T0TRUST", "U0GUEST").addProperty("is_restricted", true);

    assertThat(lead.command("people import @board").words()).contains("I have begun");
    assertThat(lead.reads().words()).contains("I am looking at who is in the group");
    assertThat(lead.reads().words())
        .contains("*Newly enrolled:* 1", "*Not enrolled:* 1", "a guest");
    assertThat(rapport.chief().command("nudge").words()).doesNotContain("Nobody has enrolled you");
  }

  @Test
  void aGroupPickedFromSlacksListIsReadByItsId() {
    SlackPerson lead = rapport.slackPerson("T0TRUST", "U0LEAD");
    rapport.slack.hasGroup("S0BOARD", "board", "U0CHIEF");

    lead.write("people import <!subteam^S0BOARD>");

    assertThat(lead.reads().words()).contains("I am looking at who is in the group");
    assertThat(lead.reads().words()).contains("I have begun");
    assertThat(lead.reads().words()).contains("*Newly enrolled:* 1");
  }

  @Test
  void aLeaderMayNot() {
    rapport.slack.hasGroup("S0BOARD", "board", "U0CHIEF");

    assertThat(rapport.chief().command("people import @board").words())
        .contains("Only a comms lead can do that");
    assertThat(rapport.slack.listed()).isEmpty();
  }

  @Test
  void inTeamsEverybodyInTheTeamIsEnrolledWhereItIsTyped() {
    TeamsPerson lead = rapport.teamsPerson("tenant-one", "lead");
    TeamsPerson chief = rapport.chiefInTeams();
    rapport.teams.hasRoster(
        "19:leaders@thread.tacv2",
        FakeConnector.member("tenant-one", lead.directoryId()),
        FakeConnector.member("tenant-one", chief.directoryId()),
        FakeConnector.member("tenant-one", "directory-id-of-guest").put("userRole", "guest"));
    lead.write("help");
    lead.reads();

    lead.mention("people import");

    String told = allThatIsTold(lead);
    assertThat(told).contains("Newly enrolled:** 2", "Not enrolled:** 1", "a guest");
    assertThat(rapport.kept().everything()).contains(chief.directoryId());
  }

  @Test
  void inTheirOwnChatInTeamsTheyAreToldWhereToTypeIt() {
    TeamsPerson lead = rapport.teamsPerson("tenant-one", "lead");

    lead.write("people import");

    assertThat(lead.reads().words()).contains("add me to a team or group chat");
  }

  /** Until the outcome is told. */
  private static String allThatIsTold(TeamsPerson reader) {
    StringBuilder told = new StringBuilder();
    while (!told.toString().contains("Newly enrolled")) {
      FakeConnector.Sent sent = reader.next();
      if (!sent.card().isMissingNode()) {
        told.append(Shown.inTeams(sent.card()).words()).append('\n');
      }
    }
    return told.toString();
  }
}
