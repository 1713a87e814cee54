package org.rapport.bot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.campaign.nudge.NudgeComposer;
import org.rapport.bot.campaign.nudge.PersonalNudge;
import org.rapport.bot.campaign.nudge.Reactions;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;
import org.rapport.bot.people.PersonalPreferences;

/** One of the buttons under a nudge: Done, Not for me, Already joined, Snooze a week, Stop. */
public final class NudgeButton implements ButtonHandler {
  private final Reaction reaction;
  private final Reactions reactions;
  private final NudgeComposer nudges;
  private final NudgeMessages messages;
  private final PersonalPreferences preferences;
  private final Wording wording;
  private final CommandMessages briefly;

  private NudgeButton(
      Reaction reaction,
      Reactions reactions,
      NudgeComposer nudges,
      NudgeMessages messages,
      PersonalPreferences preferences,
      Wording wording) {
    this.reaction = reaction;
    this.reactions = reactions;
    this.nudges = nudges;
    this.messages = messages;
    this.preferences = preferences;
    this.wording = wording;
    this.briefly = new CommandMessages(wording);
  }

  /** All of them; a post is filled in by {@link PostForm}. */
  public static List<ButtonHandler> all(
      Reactions reactions,
      NudgeComposer nudges,
      NudgeMessages messages,
      PersonalPreferences preferences,
      Wording wording) {
    return Arrays.stream(Reaction.values())
        .filter(reaction -> reaction != Reaction.ACTED)
        .<ButtonHandler>map(reaction ->
            new NudgeButton(reaction, reactions, nudges, messages, preferences, wording))
        .toList();
  }

  static String id(Reaction reaction) {
    return "nudge-" + reaction.id();
  }

  @Override
  public String button() {
    return id(reaction);
  }

  @Override
  public Reply pressed(Incoming.Pressed pressed) {
    if (pressed.about().equals(PersonalNudge.SAMPLE)) {
      return Reply.beside(briefly.brief("nudge.sample"));
    }
    Optional<GivenNudge> given = reactions.take(pressed.from(), pressed.about(), reaction);
    return new Reply(said(pressed.from(), given), true);
  }

  /** Who says stop is heard, whatever the button was about. */
  private Message said(Address from, Optional<GivenNudge> given) {
    return switch (reaction) {
      case STOPPED -> briefly.brief("nudge.said.stopped");
      case NOT_FOR_ME -> briefly.brief(given.isPresent() ? "nudge.said.not-for-me" : "nudge.gone");
      case ACTED, DONE, ALREADY_JOINED, SNOOZED ->
          given
              .map(nudge -> messages.message(nudges.again(nudge, from)).under(note(from)))
              .orElseGet(() -> briefly.brief("nudge.gone"));
    };
  }

  private Block note(Address from) {
    String day = preferences.of(from).pausedUntil().map(DayWords::of).orElse("");
    return new Block.Note(
        Block.Tone.QUIET,
        Text.markdown(wording.words("nudge.said." + reaction.id(), Map.of("day", day))));
  }
}
