package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Audience;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.When;
import org.rapport.bot.channel.Address;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.Enrolment;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.store.Store;

/** A lead looks at a campaign before anybody gets it, in Slack and in Teams. */
class TryingACampaignTest extends OnEachDatabase {
  @Override
  Map<String, String> variables() {
    return Map.of("RAPPORT_ADMINS", "slack:T0TRUST/U0CHIEF,teams:tenant-one/directory-id-of-chief");
  }

  @Test
  void inSlackALeadSeesItAsSomebodyElseWould() {
    SlackPerson lead = rapport.chief();
    lead.command("my settings");
    rapport.slackPerson("T0TRUST", "U0AMA").command("history on");
    rapport.slackPerson("T0OTHER", "U0STRANGER").command("history on");
    String campaign = drafted(new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF"));

    lead.write("campaign preview " + campaign + " <@U0AMA>");
    Shown preview = lead.reads();

    assertThat(preview.words())
        .contains("Preview", "<@U0AMA>", "Thank one team by name.", "Ten minutes this week");
    lead.pressPrivately(preview.button("Stop"));
    assertThat(lead.reads().words()).contains("only an example");
    assertThat(lead.command("settings").words()).doesNotContain("stopped");

    lead.write("campaign preview " + campaign + " slack:T0OTHER/U0STRANGER");
    assertThat(lead.reads().words()).contains("nobody of your organisation");
  }

  @Test
  void inSlackATestComesWhereNudgesComeAndCountsNowhere() {
    SlackPerson lead = rapport.chief();
    lead.command("my settings");
    String campaign = drafted(new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF"));

    lead.write("campaign test " + campaign);

    Shown test = lead.reads();
    Shown told = lead.reads();
    assertThat(test.words()).startsWith("Test: ");
    assertThat(test.words()).contains("This is a test", "Thank one team by name.");
    assertThat(told.words()).contains("in your own chat");
    assertThat(rapport.kept().everything())
        .contains("delivery[]", "nudge[]", "action=campaign test");
  }

  @Test
  void inTeamsATestComesWhereNudgesComeAndItsButtonsDoNothing() {
    TeamsPerson lead = rapport.chiefInTeams();
    lead.write("my settings");
    lead.reads();
    String campaign = drafted(new Address(Address.Kind.TEAMS, lead.tenant(), lead.directoryId()));

    lead.write("campaign test " + campaign);
    Shown test = lead.reads();
    Shown told = lead.reads();

    assertThat(test.words()).contains("This is a test", "Thank one team by name.");
    assertThat(told.words()).contains("in your own chat");
    JsonNode pressed = lead.press(test.button("Done"), "out-1");
    assertThat(pressed.path("value").asText()).contains("only an example");
    assertThat(rapport.kept().everything()).contains("delivery[]", "nudge_reaction[]");
  }

  @Test
  void whoeverRemovesTheBotIsLeftOutWithTheReasonUntilTheyInstallItAgain() {
    TeamsPerson lead = rapport.chiefInTeams();
    lead.write("my settings");
    lead.reads();
    TeamsPerson ama = rapport.teamsPerson("tenant-one", "ama");
    ama.write("my settings");
    ama.reads();
    enrolled(new Address(Address.Kind.TEAMS, ama.tenant(), ama.directoryId()));
    String campaign = drafted(new Address(Address.Kind.TEAMS, lead.tenant(), lead.directoryId()));

    assertThat(shown(lead, campaign)).contains("Get it: 1");
    ama.uninstall();
    assertThat(shown(lead, campaign)).contains("Get it: 0", "Do not: 1 bot not installed");
    ama.write("thank you");
    ama.reads();
    assertThat(shown(lead, campaign)).contains("Get it: 1");
  }

  private String shown(TeamsPerson lead, String campaign) {
    rapport.kept();
    lead.write("campaign show " + campaign);
    return lead.reads().words().replace("**", "");
  }

  private void enrolled(Address who) {
    Kept kept = rapport.kept();
    try (Store store = Store.open(kept.data(), kept.url())) {
      InstantSource clock = InstantSource.system();
      Suppression nobody = new Suppression(store, (purpose, text) -> List.of(new byte[32]), clock);
      Enrolment said =
          new Enrolment(
              "The comms team",
              "the board's plan",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              List.of(),
              Set.of());
      new Enrolments(store, nobody, clock)
          .enrol(
              new People(store, clock).organisation(who).orElseThrow(),
              List.of(new Enrolments.Entry(who, said)));
    }
  }

  private String drafted(Address lead) {
    Kept kept = rapport.kept();
    try (Store store = Store.open(kept.data(), kept.url())) {
      InstantSource clock = InstantSource.system();
      Audit audit = new Audit(store, clock);
      People people = new People(store, clock);
      Leads leads = new Leads(people, new Roles(store, new Admins(Set.of()), audit, clock), audit);
      return new Campaigns(store, new Ledger(store, clock), audit, clock)
          .create(
              leads.operator(
                  people.organisation(lead).orElseThrow(), new Actor("operator", "test")),
              new Plan(
                  "Thank a team",
                  Kind.ONE_OFF,
                  List.of(Nudge.ofWords("Thank one team by name.")),
                  When.once(LocalDateTime.parse("2099-01-12T09:00"), Optional.empty()),
                  Audience.EVERYONE))
          .id();
    }
  }
}
