package org.rapport.bot.conversation;

import java.util.Map;
import java.util.Optional;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.CampaignResults;
import org.rapport.bot.campaign.Campaigns;
import org.rapport.bot.campaign.Change;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.Leads;
import org.rapport.bot.campaign.Preflights;
import org.rapport.bot.campaign.State;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Message;

/** Campaigns in chat, for those who may run them. */
public final class CampaignCommands {
  private final Leads leads;
  private final Campaigns campaigns;
  private final Preflights preflights;
  private final CampaignResults results;
  private final CampaignSamples samples;
  private final CampaignMessages messages;
  private final CommandMessages briefly;

  public CampaignCommands(
      Leads leads,
      Campaigns campaigns,
      Preflights preflights,
      CampaignResults results,
      CampaignSamples samples,
      Wording wording) {
    this.leads = leads;
    this.campaigns = campaigns;
    this.preflights = preflights;
    this.results = results;
    this.samples = samples;
    this.messages = new CampaignMessages(wording);
    this.briefly = new CommandMessages(wording);
  }

  Message list(Address from) {
    return switch (leads.of(from)) {
      case Leads.Access.Granted granted -> messages.list(campaigns.list(granted.lead(), false));
      case Leads.Access.NotAllowed refused ->
          briefly.refused("campaign.not-lead", from, refused.admins());
    };
  }

  /**
   * Takes a step with a campaign.
   *
   * @param id which may be anybody's or forged
   */
  Message step(Address from, CampaignStep step, String id) {
    return switch (leads.of(from)) {
      case Leads.Access.Granted granted -> step(from, granted.lead(), step, id);
      case Leads.Access.NotAllowed refused ->
          briefly.refused("campaign.not-lead", from, refused.admins());
    };
  }

  /**
   * Shows a campaign's next nudge as somebody would get it.
   *
   * @param id which may be anybody's or forged
   * @param who empty if it is not clear whom the lead means
   */
  Message preview(Address from, String id, Optional<Address> who) {
    return switch (leads.of(from)) {
      case Leads.Access.Granted granted ->
          with(granted.lead(), id)
              .map(found ->
                  who.map(one -> samples.of(from, one, found))
                      .orElseGet(() -> briefly.brief("campaign.preview.whom")))
              .orElseGet(this::none);
      case Leads.Access.NotAllowed refused ->
          briefly.refused("campaign.not-lead", from, refused.admins());
    };
  }

  /** How a campaign stands, with what can be done with it. */
  Message show(Campaign campaign) {
    return messages.show(campaign, preflights.of(campaign));
  }

  private Message step(Address from, Lead lead, CampaignStep step, String id) {
    return switch (step) {
      case SHOW -> with(lead, id).map(this::show).orElseGet(this::none);
      case RESULTS ->
          with(lead, id)
              .map(found -> messages.results(found, results.of(found)))
              .orElseGet(this::none);
      case PREVIEW -> with(lead, id).map(found -> samples.own(from, found)).orElseGet(this::none);
      case TEST ->
          with(lead, id).map(found -> samples.sent(from, lead, found)).orElseGet(this::none);
      case SUBMIT -> changed(campaigns.submit(lead, id));
      case APPROVE -> changed(campaigns.approve(lead, id));
      case START -> changed(campaigns.start(lead, id));
      case START_NOW -> changed(campaigns.startNow(lead, id));
      case PAUSE -> changed(campaigns.pause(lead, id));
      case RESUME -> changed(campaigns.resume(lead, id));
      case CANCEL -> changed(campaigns.cancel(lead, id));
    };
  }

  private Optional<Campaign> with(Lead lead, String id) {
    return campaigns.find(lead, id);
  }

  private Message none() {
    return briefly.brief("campaign.none");
  }

  private Message changed(Change change) {
    return switch (change) {
      case Change.Done done -> show(done.campaign());
      case Change.NotFound _ -> none();
      case Change.NotNow _ -> briefly.brief("campaign.not-now");
      case Change.Busy _ -> briefly.brief("campaign.busy");
      case Change.NeedsApproval waits ->
          briefly.offering(
              "campaign.needs-approval",
              Map.of(),
              waits.campaign().state() == State.DRAFT
                  ? CampaignStep.SUBMIT.command(waits.campaign().id())
                  : CampaignStep.SHOW.command(waits.campaign().id()));
      case Change.NeedsAnother _ -> briefly.brief("campaign.needs-another");
      case Change.NoDateLeft _ -> briefly.brief("campaign.no-date-left");
    };
  }
}
