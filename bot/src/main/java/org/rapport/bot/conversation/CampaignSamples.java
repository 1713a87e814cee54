package org.rapport.bot.conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Lead;
import org.rapport.bot.campaign.TestSends;
import org.rapport.bot.campaign.nudge.CampaignPreviews;
import org.rapport.bot.campaign.nudge.CampaignPreviews.Preview;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** A campaign's nudge before anybody gets it: shown to a lead as others would see it, or sent. */
public final class CampaignSamples {
  private final CampaignPreviews previews;
  private final TestSends tests;
  private final Wording wording;
  private final CommandMessages briefly;

  public CampaignSamples(CampaignPreviews previews, TestSends tests, Wording wording) {
    this.previews = previews;
    this.tests = tests;
    this.wording = wording;
    this.briefly = new CommandMessages(wording);
  }

  /** As a lead would get it. */
  Message own(Address lead, Campaign campaign) {
    return shown(
        previews.ofLead(campaign, lead), Text.markdown(wording.words("campaign.preview.own")));
  }

  /** As somebody else would get it. */
  Message of(Address lead, Address who, Campaign campaign) {
    List<Text.Span> line =
        new ArrayList<>(Text.markdown(wording.words("campaign.preview.other")).spans());
    line.add(new Text.Plain(" "));
    line.addAll(new Colleagues(wording).orAddress(lead, who).spans());
    return shown(previews.of(campaign, who), new Text(line));
  }

  /** Sends it to the lead who asks, in the chat where nudges come. */
  Message sent(Address lead, Lead as, Campaign campaign) {
    return switch (previews.ofLead(campaign, lead)) {
      case Preview.Shown shown -> told(tests.send(as, campaign, lead, marked(shown.nudge())));
      case Preview.NobodyKnown _ -> briefly.brief("campaign.preview.nobody");
      case Preview.Nothing _ -> briefly.brief("campaign.no-preview");
    };
  }

  private Message shown(Preview preview, Text mark) {
    return switch (preview) {
      case Preview.Shown shown -> shown.nudge().under(new Block.Paragraph(mark));
      case Preview.NobodyKnown _ -> briefly.brief("campaign.preview.nobody");
      case Preview.Nothing _ -> briefly.brief("campaign.no-preview");
    };
  }

  /** A notification shows the summary alone, so that says it too. */
  private Message marked(Message nudge) {
    Message marked = nudge.under(new Block.Paragraph(wording.text("campaign.test.mark")));
    return new Message(
        wording.words("campaign.test.mark.summary", Map.of("nudge", nudge.summary())),
        marked.blocks(),
        nudge.whole());
  }

  /** Rounded up, and never one, which the sentence has no form for. */
  private static String seconds(Duration wait) {
    return Long.toString(Math.max(2, wait.plusMillis(999).toSeconds()));
  }

  private Message told(TestSends.Outcome outcome) {
    return switch (outcome) {
      case TestSends.Outcome.Sent _ -> briefly.brief("campaign.test.sent");
      case TestSends.Outcome.Frozen _ -> briefly.brief("campaign.test.frozen");
      case TestSends.Outcome.NoChannel _ -> briefly.brief("campaign.test.no-channel");
      case TestSends.Outcome.Busy busy ->
          briefly.brief("campaign.test.busy", Map.of("seconds", seconds(busy.after())));
      case TestSends.Outcome.Unconfirmed _ -> briefly.brief("campaign.test.unconfirmed");
      case TestSends.Outcome.Failed failed ->
          briefly.brief(
              "campaign.test.failed", Map.of("reason", failed.reason().replace('_', ' ')));
    };
  }
}
