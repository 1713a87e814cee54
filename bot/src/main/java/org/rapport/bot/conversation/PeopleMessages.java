package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.bot.campaign.RosterImport.Outcome;
import org.rapport.bot.campaign.RosterImport.Refused;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** Says what came of enrolling the people of a group. */
final class PeopleMessages {
  private static final int MOST_LISTED = 20;

  /** The reasons that have words of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "missing_scope",
          "no_such_group",
          "bot_not_installed",
          "rate_limited",
          "too_slow",
          "no_reply",
          "too_large");

  private final Wording wording;

  PeopleMessages(Wording wording) {
    this.wording = wording;
  }

  Message outcome(Address reader, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken taken -> taken(reader, taken);
      case Outcome.Unread unread ->
          new Message(
              wording.words("people.unread.summary"),
              List.of(new Block.Paragraph(Text.plain(why(unread.reason())))));
    };
  }

  private Message taken(Address reader, Outcome.Taken taken) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(wording.words("people.done.summary")));
    blocks.add(
        new Block.Bullets(
            "",
            List.of(
                counted("people.added", taken.added()),
                counted("people.already", taken.already()),
                counted("people.refused", taken.refused()))));
    if (taken.refused() > 0) {
      blocks.add(
          new Block.Bullets(
              wording.words("people.who"),
              taken.who().stream().limit(MOST_LISTED).map(each -> line(reader, each)).toList()));
    }
    if (taken.refused() > MOST_LISTED) {
      blocks.add(
          new Block.Note(
              Block.Tone.QUIET,
              Text.plain(
                  wording.words(
                      "people.more", Map.of("more", "" + (taken.refused() - MOST_LISTED))))));
    }
    blocks.add(new Block.Note(Block.Tone.QUIET, wording.text("people.next")));
    return new Message(wording.words("people.done.summary"), blocks);
  }

  private Text counted(String name, int count) {
    return new Text(List.of(new Text.Bold(wording.words(name) + ":"), new Text.Plain(" " + count)));
  }

  private Text line(Address reader, Refused refused) {
    List<Text.Span> spans =
        new ArrayList<>(new Colleagues(wording).orAddress(reader, refused.address()).spans());
    spans.add(new Text.Plain(": " + wording.words("people.reason." + refused.reason())));
    return new Text(spans);
  }

  private String why(String reason) {
    return wording.words(
        "people.unread." + (KNOWN.contains(reason) ? reason : "other"), Map.of("reason", reason));
  }
}
