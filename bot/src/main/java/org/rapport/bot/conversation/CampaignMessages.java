package org.rapport.bot.conversation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rapport.bot.campaign.Campaign;
import org.rapport.bot.campaign.Kind;
import org.rapport.bot.campaign.Nudge;
import org.rapport.bot.campaign.Outcomes;
import org.rapport.bot.campaign.Plan;
import org.rapport.bot.campaign.Preflight;
import org.rapport.bot.campaign.State;
import org.rapport.bot.campaign.Unread;
import org.rapport.bot.campaign.schedule.Schedule;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Says how campaigns stand; what a lead wrote is only ever plain words or their own Markdown. */
final class CampaignMessages {
  private static final int MOST_LISTED = 10;
  private static final int MOST_NUDGES = 3;

  private final Wording wording;

  CampaignMessages(Wording wording) {
    this.wording = wording;
  }

  Message list(List<Campaign> campaigns) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("campaign.list.summary")));
    if (campaigns.isEmpty()) {
      blocks.add(new Block.Paragraph(wording.text("campaign.list.none")));
    } else {
      List<Campaign> shown = campaigns.stream().limit(MOST_LISTED).toList();
      blocks.add(new Block.Bullets("", shown.stream().map(this::line).toList()));
      blocks.add(
          new Block.Choices(
              wording.words("campaign.list.open"),
              shown.stream()
                  .limit(4)
                  .map(each -> button(each.plan().name(), CampaignStep.SHOW.command(each.id())))
                  .toList()));
    }
    blocks.add(
        new Block.Choices(
            "",
            List.of(
                new Block.Button(
                    wording.words("campaign.new"), new Action.Open(CampaignForm.ID, "")))));
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("campaign.list.how")));
    return new Message(wording.words("campaign.list.summary"), blocks);
  }

  /** A campaign with what it says, who would get it, and what can be done with it. */
  Message show(Campaign campaign, Preflight preflight) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(campaign.plan().name()));
    blocks.add(
        new Block.Bullets(
            "",
            List.of(
                labelled(
                    "campaign.state", wording.words("campaign.state." + campaign.state().id())),
                labelled("campaign.kind", wording.words("campaign.kind." + kind(campaign))),
                labelled("campaign.start", first(campaign.plan())),
                labelled("campaign.id", campaign.id()))));
    campaign.plan().nudges().stream().limit(MOST_NUDGES).map(this::quoted).forEach(blocks::add);
    blocks.addAll(preflight(campaign, preflight));
    List<Block.Button> buttons = buttons(campaign);
    if (!buttons.isEmpty()) {
      blocks.add(new Block.Choices("", buttons));
    }
    return new Message(wording.words("campaign.shown"), blocks);
  }

  /** The weekly coach keeps each person's own time, from the first whole week on. */
  private String first(Plan plan) {
    LocalDateTime start = plan.when().start();
    return plan.kind() == Kind.WEEKLY
        ? wording.words(
            "campaign.start.own-time",
            Map.of("day", PlainDates.of(Schedule.OwnWeekly.firstWeek(start.toLocalDate()))))
        : PlainDates.of(start);
  }

  Message results(Campaign campaign, Outcomes outcomes) {
    Outcomes.Group total = outcomes.total();
    List<Text> lines = new ArrayList<>();
    lines.add(labelled("campaign.results.planned", "" + total.planned()));
    lines.add(labelled("campaign.results.sent", "" + total.sent()));
    lines.add(labelled("campaign.results.skipped", counts(total.skipped())));
    lines.add(labelled("campaign.results.failed", counts(total.failed())));
    lines.add(labelled("campaign.results.unconfirmed", "" + total.unconfirmed()));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(campaign.plan().name()));
    blocks.add(new Block.Bullets("", lines));
    total
        .done()
        .ifPresentOrElse(
            done -> blocks.add(new Block.Bullets(wording.words("campaign.did"), did(done))),
            () ->
                blocks.add(
                    new Block.Note(Block.Tone.QUIET, wording.text("campaign.results.too-few"))));
    return new Message(wording.words("campaign.results.summary"), blocks);
  }

  private List<Text> did(Outcomes.Done done) {
    return List.of(
        share("campaign.did.acted", done.acted()),
        share("campaign.did.done", done.done()),
        share("campaign.did.not-for-me", done.notForMe()),
        share("campaign.did.snoozed", done.snoozed()),
        share("campaign.did.stopped", done.stopped()));
  }

  private Text share(String name, Outcomes.Share share) {
    return labelled(
        name,
        "%d (%.0f to %.0f%%)"
            .formatted(
                share.people(), 100 * share.interval().low(), 100 * share.interval().high()));
  }

  private List<Block> preflight(Campaign campaign, Preflight preflight) {
    if (State.OVER.contains(campaign.state())) {
      return List.of();
    }
    if (preflight.occurrence().isEmpty()) {
      return List.of(
          new Block.Note(Block.Tone.CAUTION, wording.text("campaign.no-date-left.words")));
    }
    if (preflight.unread().isPresent()) {
      return List.of(unread(preflight.unread().get()));
    }
    return List.of(
        new Block.Bullets(
            wording.words("campaign.preflight"),
            List.of(
                labelled("campaign.preflight.gets", "" + preflight.gets()),
                labelled("campaign.preflight.misses", counts(preflight.misses())))));
  }

  private Block unread(Unread unread) {
    return new Block.Note(
        Block.Tone.CAUTION,
        Text.plain(
            wording.words(
                "campaign.preflight.unread",
                Map.of("channel", unread.place(), "reason", unread.reason().replace('_', ' ')))));
  }

  private String counts(Map<String, Integer> reasons) {
    if (reasons.isEmpty()) {
      return "0";
    }
    List<String> words = new ArrayList<>();
    new TreeMap<>(reasons)
        .forEach((reason, count) -> words.add(count + " " + reason.replace('_', ' ')));
    return String.join(", ", words);
  }

  private Block quoted(Nudge nudge) {
    String words = nudge.words().isBlank() ? wording.words("campaign.from-library") : nudge.words();
    return new Block.Quote("", Text.markdown(words));
  }

  private Text line(Campaign campaign) {
    return Text.plain(
        campaign.plan().name()
            + ": "
            + wording.words("campaign.state." + campaign.state().id())
            + (campaign.template() ? " (" + wording.words("campaign.template") + ")" : ""));
  }

  private List<Block.Button> buttons(Campaign campaign) {
    return steps(campaign).stream()
        .map(step ->
            button(
                wording.words("campaign.button." + step.word().replace(' ', '-')),
                step.command(campaign.id())))
        .toList();
  }

  private static List<CampaignStep> steps(Campaign campaign) {
    if (campaign.template()) {
      return List.of();
    }
    List<CampaignStep> steps = new ArrayList<>();
    steps.add(CampaignStep.PREVIEW);
    if (!State.OVER.contains(campaign.state())) {
      steps.add(CampaignStep.TEST);
    }
    steps.addAll(
        switch (campaign.state()) {
          case DRAFT -> List.of(CampaignStep.START, CampaignStep.START_NOW, CampaignStep.SUBMIT);
          case IN_REVIEW -> List.of(CampaignStep.APPROVE, CampaignStep.CANCEL);
          case SCHEDULED ->
              List.of(CampaignStep.START_NOW, CampaignStep.PAUSE, CampaignStep.CANCEL);
          case RUNNING -> List.of(CampaignStep.PAUSE, CampaignStep.CANCEL, CampaignStep.RESULTS);
          case PAUSED ->
              List.of(
                  CampaignStep.APPROVE,
                  CampaignStep.RESUME,
                  CampaignStep.CANCEL,
                  CampaignStep.RESULTS);
          case FINISHED, CANCELLED -> List.of(CampaignStep.RESULTS);
        });
    return steps;
  }

  private static Block.Button button(String label, String command) {
    return new Block.Button(label, new Action.Ask(command));
  }

  private static String kind(Campaign campaign) {
    return campaign.plan().kind().id();
  }

  private Text labelled(String name, String value) {
    return new Text(List.of(new Text.Bold(wording.words(name) + ":"), new Text.Plain(" " + value)));
  }
}
