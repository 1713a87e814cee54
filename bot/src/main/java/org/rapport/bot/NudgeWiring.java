package org.rapport.bot;

import java.time.InstantSource;
import java.util.List;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.ComingNudges;
import org.rapport.bot.campaign.Softening;
import org.rapport.bot.campaign.nudge.CampaignPreviews;
import org.rapport.bot.campaign.nudge.NudgeComposer;
import org.rapport.bot.campaign.nudge.Offers;
import org.rapport.bot.campaign.nudge.Reactions;
import org.rapport.bot.campaign.nudge.Readers;
import org.rapport.bot.campaign.nudge.ShippedMaterial;
import org.rapport.bot.campaign.reaction.GivenNudges;
import org.rapport.bot.campaign.schedule.BankHolidays;
import org.rapport.bot.campaign.schedule.SendTimes;
import org.rapport.bot.conversation.ButtonHandler;
import org.rapport.bot.conversation.FormPage;
import org.rapport.bot.conversation.NudgeButton;
import org.rapport.bot.conversation.NudgeCommands;
import org.rapport.bot.conversation.NudgeMessages;
import org.rapport.bot.conversation.PostForm;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.delivery.Ledger;
import org.rapport.bot.delivery.OptOut;
import org.rapport.bot.delivery.Results;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.KeyedHash;
import org.rapport.bot.people.People;
import org.rapport.bot.people.PersonalPreferences;
import org.rapport.bot.people.Suppression;
import org.rapport.bot.store.Store;

/**
 * What nudges say and what people say to them: every part of it, wired once.
 *
 * @param composer makes a nudge for its delivery
 * @param previews shows what campaigns would say
 * @param forms that nudges open
 * @param buttons that nudges have
 * @param commands about nudges, in chat
 */
public record NudgeWiring(
    NudgeComposer composer,
    CampaignPreviews previews,
    List<FormPage> forms,
    List<ButtonHandler> buttons,
    NudgeCommands commands) {

  /**
   * All of it.
   *
   * @param hash for addresses that are forgotten
   */
  public static NudgeWiring of(
      Store store,
      People people,
      Audit audit,
      KeyedHash hash,
      Wording wording,
      InstantSource clock) {
    ShippedMaterial material = new ShippedMaterial();
    PersonalPreferences preferences = new PersonalPreferences(store, clock);
    GivenNudges given = new GivenNudges(store, clock);
    Ledger ledger = new Ledger(store, clock);
    Enrolments enrolments = new Enrolments(store, new Suppression(store, hash, clock), clock);
    Readers readers = new Readers(preferences, enrolments);
    NudgeMessages messages = new NudgeMessages(material, wording);
    NudgeComposer composer =
        new NudgeComposer(
            new Campaigns(store, ledger, audit, clock)::find,
            new Results(store),
            new Softening(store, clock),
            readers,
            new Offers(material, given),
            given,
            messages::message,
            clock);
    ComingNudges coming =
        new ComingNudges(store, enrolments, new SendTimes(BankHolidays.shipped()), clock);
    Reactions reactions =
        new Reactions(people, preferences, given, new OptOut(preferences, clock), clock);
    return new NudgeWiring(
        composer,
        new CampaignPreviews(people, readers, composer, clock),
        List.of(new PostForm(reactions, composer, preferences, material, clock, wording)),
        NudgeButton.all(reactions, composer, messages, preferences, wording),
        new NudgeCommands(people, readers, coming, composer, material, clock, wording));
  }
}
