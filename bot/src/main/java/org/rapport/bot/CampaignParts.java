package org.rapport.bot;

import java.time.Duration;
import java.time.InstantSource;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.CampaignEligibility;
import org.rapport.bot.campaign.CampaignResults;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Memberships;
import org.rapport.bot.campaign.PeopleImport;
import org.rapport.bot.campaign.Planner;
import org.rapport.bot.campaign.Preflights;
import org.rapport.bot.campaign.RosterImport;
import org.rapport.bot.campaign.SendAgain;
import org.rapport.bot.campaign.StandingCheck;
import org.rapport.bot.campaign.Standings;
import org.rapport.bot.campaign.TestSends;
import org.rapport.bot.campaign.nudge.CampaignPreviews;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.schedule.BankHolidays;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.conversation.CampaignCommands;
import org.rapport.bot.conversation.CampaignForm;
import org.rapport.bot.conversation.CampaignSamples;
import org.rapport.bot.conversation.LongWork;
import org.rapport.bot.conversation.PeopleCommands;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.people.Workspaces;
import org.rapport.bot.store.Store;

/**
 * Campaigns: every part of them, wired once, for the server and for commands.
 *
 * @param standings for the server alone
 * @param planner for the server alone
 * @param eligibility what sending asks
 */
public record CampaignParts(
    Leads leads,
    Campaigns campaigns,
    Preflights preflights,
    CampaignResults results,
    SendAgain again,
    PeopleImport imports,
    RosterImport rosterImports,
    StandingCheck standings,
    Enrolments enrolments,
    Planner planner,
    CampaignEligibility eligibility) {

  /**
   * @param hash recognises who was forgotten
   * @param rosters asks channels who is in their groups
   */
  public static CampaignParts wired(
      Settings settings,
      Store store,
      KeyedHash hash,
      People people,
      Roles roles,
      Audit audit,
      Rosters rosters,
      InstantSource clock) {
    Workspaces workspaces = new Workspaces(store);
    Memberships memberships = new Memberships(rosters, workspaces, clock);
    Standings standings = new Standings(new AddressEnds(store, clock));
    Enrolments enrolments = new Enrolments(store, new Suppression(store, hash, clock), clock);
    SendTimes times = new SendTimes(BankHolidays.shipped());
    InstalledPlaces installed = new InstalledPlaces(settings, store, clock);
    Ledger ledger = new Ledger(store, clock);
    Results results = new Results(store);
    Campaigns campaigns = new Campaigns(store, ledger, audit, clock);
    return new CampaignParts(
        new Leads(people, roles, audit),
        campaigns,
        new Preflights(store, enrolments, memberships, times, installed, clock),
        new CampaignResults(results, new GivenNudges(store, clock)),
        new SendAgain(store, campaigns, results, enrolments, clock),
        new PeopleImport(enrolments, audit),
        new RosterImport(rosters, workspaces, enrolments, standings, audit),
        new StandingCheck(store, workspaces, rosters, enrolments, standings),
        enrolments,
        new Planner(store, ledger, enrolments, memberships, times, installed, clock),
        new CampaignEligibility(store, enrolments, times));
  }

  /**
   * Campaigns in chat.
   *
   * @param previews of what they say
   * @param tests send one to a lead
   */
  public CampaignCommands commands(CampaignPreviews previews, TestSends tests, Wording wording) {
    return new CampaignCommands(
        leads,
        campaigns,
        preflights,
        results,
        new CampaignSamples(previews, tests, wording),
        wording);
  }

  /** Looks now and then who has left, on a thread of its own as it can take minutes. */
  void checkStandings(Chores chores) {
    String what = "checking who has left";
    chores.every(Duration.ofHours(3), what, () -> chores.once(what, standings::runOnce));
  }

  /**
   * Enrolling people in chat.
   *
   * @param work takes what lasts longer than somebody waits
   */
  public PeopleCommands peopleCommands(LongWork work, Wording wording) {
    return new PeopleCommands(leads, rosterImports, work, wording);
  }

  /** The form that drafts one in chat. */
  CampaignForm form(CampaignCommands commands, InstantSource clock, Wording wording) {
    return new CampaignForm(leads, campaigns, enrolments, commands, clock, wording);
  }
}
