package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.campaign.CampaignWorld.LEADER;
import static org.rapport.bot.campaign.CampaignWorld.SECOND;
import static org.rapport.bot.campaign.CampaignWorld.STRANGER;
import static org.rapport.bot.campaign.CampaignWorld.oneOff;
import static org.rapport.bot.campaign.CampaignWorld.sequence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class CampaignsTest {
  private static final Rules WITH_APPROVAL = new Rules(true, 2, 4, List.of());

  private final TestDatabase database;

  @TempDir Path folder;

  private CampaignWorld world;
  private Campaigns campaigns;
  private Lead lead;
  private Lead second;

  CampaignsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    world = new CampaignWorld(database, folder);
    campaigns = world.campaigns;
    lead = world.lead();
    second = world.lead(SECOND);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aDraftKeepsItsPlan() {
    Plan plan = sequence("2027-01-12T09:00", 3);

    Campaign made = campaigns.create(lead, plan);

    Campaign found = campaigns.find(lead, made.id()).orElseThrow();
    assertThat(found.plan()).isEqualTo(plan);
    assertThat(found.state()).isEqualTo(State.DRAFT);
    assertThat(campaigns.list(lead, false)).extracting(Campaign::id).containsExactly(made.id());
  }

  @Test
  void aDraftThatIsStartedBeginsByItselfAtItsTime() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));

    assertThat(done(campaigns.start(lead, made.id())).state()).isEqualTo(State.SCHEDULED);
    assertThat(world.find(made).next().orElseThrow().id()).isEqualTo("1.2027-01-13T09:00");
  }

  @Test
  void aCampaignWhoseDatesAreOverIsNotStarted() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-04T09:00"));

    assertThat(campaigns.start(lead, made.id())).isInstanceOf(Change.NoDateLeft.class);
    assertThat(world.stateOf(made)).isEqualTo(State.DRAFT);
  }

  @Test
  void whereApprovalIsAskedForASecondPersonGivesIt() {
    campaigns.rules(lead, WITH_APPROVAL);
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));

    assertThat(campaigns.start(lead, made.id())).isInstanceOf(Change.NeedsApproval.class);
    assertThat(done(campaigns.submit(lead, made.id())).state()).isEqualTo(State.IN_REVIEW);
    assertThat(campaigns.approve(lead, made.id())).isInstanceOf(Change.NeedsAnother.class);
    assertThat(done(campaigns.approve(second, made.id())).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void anEditAfterApprovalNeedsItAnew() {
    campaigns.rules(lead, WITH_APPROVAL);
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));
    campaigns.approve(second, made.id());

    Campaign edited = done(campaigns.edit(second, made.id(), oneOff("2027-01-14T09:00")));

    assertThat(edited.state()).isEqualTo(State.IN_REVIEW);
    assertThat(edited.approvedBy()).isEmpty();
    assertThat(campaigns.start(second, made.id())).isInstanceOf(Change.NeedsApproval.class);
    assertThat(campaigns.approve(second, made.id())).isInstanceOf(Change.NeedsAnother.class);
    assertThat(done(campaigns.approve(lead, made.id())).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void aPausedCampaignThatWasEditedIsResumedOnlyOnceApproved() {
    campaigns.rules(lead, WITH_APPROVAL);
    Campaign made = campaigns.create(lead, sequence("2027-01-13T09:00", 2));
    campaigns.approve(second, made.id());
    campaigns.pause(lead, made.id());
    campaigns.edit(lead, made.id(), sequence("2027-01-14T09:00", 3));

    assertThat(campaigns.resume(lead, made.id())).isInstanceOf(Change.NeedsApproval.class);
    campaigns.approve(second, made.id());
    assertThat(done(campaigns.resume(lead, made.id())).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void whatIsOverCannotBeStartedPausedOrEdited() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));
    campaigns.cancel(lead, made.id());

    assertThat(campaigns.start(lead, made.id())).isInstanceOf(Change.NotNow.class);
    assertThat(campaigns.pause(lead, made.id())).isInstanceOf(Change.NotNow.class);
    assertThat(campaigns.edit(lead, made.id(), oneOff("2027-02-01T09:00")))
        .isInstanceOf(Change.NotNow.class);
    assertThat(campaigns.cancel(lead, made.id())).isInstanceOf(Change.NotNow.class);
  }

  @Test
  void aCopyIsADraftOfItsOwn() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));
    campaigns.start(lead, made.id());

    Campaign copy = done(campaigns.duplicate(lead, made.id(), "Thank them again"));

    assertThat(copy.id()).isNotEqualTo(made.id());
    assertThat(copy.state()).isEqualTo(State.DRAFT);
    assertThat(copy.plan().name()).isEqualTo("Thank them again");
    assertThat(copy.plan().nudges()).isEqualTo(made.plan().nudges());
  }

  @Test
  void aTemplateIsOnlyThereToBeCopied() {
    Campaign template = campaigns.createTemplate(lead, oneOff("2027-01-13T09:00"));

    assertThat(campaigns.start(lead, template.id())).isInstanceOf(Change.NotNow.class);
    Campaign copy = done(campaigns.duplicate(lead, template.id(), "From it"));
    assertThat(done(campaigns.start(lead, copy.id())).state()).isEqualTo(State.SCHEDULED);
  }

  @Test
  void whatIsArchivedIsLeftOutOfLists() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));

    campaigns.archive(lead, made.id());

    assertThat(campaigns.list(lead, false)).isEmpty();
    assertThat(campaigns.list(lead, true)).hasSize(1);
  }

  @Test
  void anotherOrganisationSeesAndChangesNothing() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));
    Lead other =
        world.leads.operator(
            world.people.organisation(STRANGER).orElseThrow(), new Actor("other", "elsewhere"));

    assertThat(campaigns.find(other, made.id())).isEmpty();
    assertThat(campaigns.list(other, true)).isEmpty();
    assertThat(campaigns.cancel(other, made.id())).isEqualTo(new Change.NotFound());
    assertThat(campaigns.duplicate(other, made.id(), "Mine")).isEqualTo(new Change.NotFound());
    assertThat(world.stateOf(made)).isEqualTo(State.DRAFT);
  }

  @Test
  void aLeaderMayNotRunCampaigns() {
    assertThat(world.leads.of(LEADER))
        .isEqualTo(new Leads.Access.NotAllowed(List.of(CampaignWorld.LEAD)));
    assertThat(audit()).contains("U0LEADER campaign REFUSED");
  }

  @Test
  void everyChangeAndEveryRefusalIsAudited() {
    Campaign made = campaigns.create(lead, oneOff("2027-01-13T09:00"));
    campaigns.start(second, made.id());
    campaigns.resume(lead, made.id());

    assertThat(audit())
        .contains(
            "U0LEAD campaign create DONE",
            "U0SECOND campaign start DONE",
            "U0LEAD campaign resume REFUSED");
  }

  @Test
  void startedNowItIsDueNow() {
    world.enrolled(3);
    Campaign made = campaigns.create(lead, oneOff("2027-03-01T09:00"));

    assertThat(done(campaigns.startNow(lead, made.id())).state()).isEqualTo(State.SCHEDULED);
    world.planner().runOnce();

    assertThat(world.deliveries(made))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.due()).isEqualTo(CampaignWorld.MONDAY_NOON));
  }

  @Test
  void cancellingSkipsWhatIsNotSentYet() {
    world.enrolled(3);
    Campaign made = campaigns.create(lead, oneOff("2027-01-11T12:30"));
    campaigns.start(lead, made.id());
    world.planner().runOnce();

    campaigns.cancel(lead, made.id());

    assertThat(world.ledgerOf(made)).containsOnlyKeys("skipped cancelled").containsValue(3);
    world.later(Duration.ofDays(30));
    assertThat(world.planner().runOnce()).isZero();
  }

  private List<String> audit() {
    return world.audit.last(world.organisation(), 50).stream()
        .map(line -> line.by().name() + " " + line.deed().action() + " " + line.deed().result())
        .toList();
  }

  private static Campaign done(Change change) {
    assertThat(change).isInstanceOf(Change.Done.class);
    return ((Change.Done) change).campaign();
  }
}
