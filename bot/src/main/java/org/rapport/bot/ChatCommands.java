package org.rapport.bot;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.CampaignBelongings;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.channel.slack.SlackTrace;
import org.rapport.bot.channel.teams.TeamsTrace;
import org.rapport.bot.conversation.AdminCommands;
import org.rapport.bot.conversation.CalendarCommands;
import org.rapport.bot.conversation.CampaignCommands;
import org.rapport.bot.conversation.Commands;
import org.rapport.bot.conversation.DataCommands;
import org.rapport.bot.conversation.ExpertCommands;
import org.rapport.bot.conversation.FreezeCommands;
import org.rapport.bot.conversation.LinkCommands;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.NudgeCommands;
import org.rapport.bot.conversation.PeopleCommands;
import org.rapport.bot.conversation.PreferenceCommands;
import org.rapport.bot.conversation.QuestionLog;
import org.rapport.bot.conversation.RoleCommands;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.LedgerTrace;
import org.rapport.bot.delivery.OptOut;
import org.rapport.bot.expert.ExpertRecords;
import org.rapport.bot.people.CalendarTokens;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.History;
import org.rapport.bot.people.Joining;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.Linking;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.PersonalRecords;
import org.rapport.bot.people.PersonalTrace;
import org.rapport.bot.people.Roles;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.release.OwnedGuidance;
import org.rapport.bot.store.Store;

/** What people can tell the coach to do: every part of it, wired once. */
public final class ChatCommands {
  private ChatCommands() {}

  /**
   * @param nudges what people can say about their nudges
   * @param hash for codes and for addresses that are forgotten
   * @param publicUrl the address that people reach
   * @param notices tells the other side of a link or a join
   */
  public static Commands wired(
      Store store,
      People people,
      Roles roles,
      Audit audit,
      QuestionLog questions,
      NudgeCommands nudges,
      CampaignCommands campaignCommands,
      PeopleCommands peopleCommands,
      KeyedHash hash,
      URI publicUrl,
      Notices notices,
      ExpertCommands experts,
      FreezeCommands freeze,
      AdminCommands admins,
      Wording wording,
      InstantSource clock) {
    CalendarTokens calendars = new CalendarTokens(store, hash, audit, clock);
    OwnedGuidance guidance = new OwnedGuidance();
    ExpertRecords expertRecords = new ExpertRecords();
    LedgerTrace deliveries = new LedgerTrace(clock);
    Suppression suppression = new Suppression(store, hash, clock);
    History history = new History(store, clock);
    Enrolments enrolments = new Enrolments(store, suppression, clock);
    CampaignBelongings campaigns = new CampaignBelongings();
    GivenNudges given = new GivenNudges(store, clock);
    List<PersonalTrace> traces =
        List.of(
            deliveries,
            enrolments,
            campaigns,
            given,
            calendars,
            expertRecords,
            new SlackTrace(),
            new TeamsTrace());
    PersonalPreferences wanted = new PersonalPreferences(store, clock);
    PreferenceCommands preferences =
        new PreferenceCommands(
            wanted, history, suppression, new OptOut(wanted, clock), clock, wording);
    LinkCommands links =
        new LinkCommands(
            new Linking(store, hash, audit, traces, clock),
            new Joining(
                store,
                roles,
                hash,
                audit,
                List.of(
                    audit,
                    questions,
                    guidance,
                    deliveries,
                    enrolments,
                    campaigns,
                    given,
                    expertRecords),
                clock),
            notices,
            clock,
            wording);
    PersonalRecords records =
        new PersonalRecords(store, roles, suppression, audit, List.of(audit, guidance), traces);
    return new Commands(
        new RoleCommands(roles, people, wording),
        preferences,
        links,
        new DataCommands(records, people, clock, wording),
        nudges,
        campaignCommands,
        peopleCommands,
        experts,
        freeze,
        new CalendarCommands(calendars, publicUrl, wording),
        admins,
        history,
        wording);
  }
}
