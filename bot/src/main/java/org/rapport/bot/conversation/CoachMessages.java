package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Block.Button;
import org.rapport.bot.message.Block.Tone;
import org.rapport.bot.message.Message;

/** What the coach says that is not an answer. */
final class CoachMessages {
  private static final List<String> TIPS =
      List.of("help.tip.ask", "help.tip.sources", "help.tip.private");
  private static final List<String> COMMANDS =
      List.of(
          "help.command.settings",
          "help.command.nudge",
          "help.command.calendar",
          "help.command.data",
          "help.command.link",
          "help.command.experts",
          "help.command.campaign",
          "help.command.admins");
  private static final List<String> TRIES = List.of("help.try.1", "help.try.2", "help.try.3");

  private final Wording wording;

  CoachMessages(Wording wording) {
    this.wording = wording;
  }

  /** What the coach is for, with questions to try. */
  Message help() {
    return new Message(
        wording.words("help.summary"),
        List.of(
            new Block.Heading(wording.words("help.heading")),
            new Block.Paragraph(wording.text("help.words")),
            new Block.Bullets(
                wording.words("help.tips"), TIPS.stream().map(wording::text).toList()),
            new Block.Bullets(
                wording.words("help.commands"), COMMANDS.stream().map(wording::text).toList()),
            tries()));
  }

  /** Who the coach is, with questions to try. */
  Message about() {
    return new Message(
        wording.words("about.summary"),
        List.of(new Block.Paragraph(wording.text("about.words")), tries()));
  }

  /** Who can see what is asked here. */
  Message privacy(Address.Kind channel) {
    String key =
        switch (channel) {
          case SLACK -> "privacy.slack";
          case TEAMS -> "privacy.teams";
          case WEB, TERMINAL -> "privacy.web";
        };
    return new Message(
        wording.words("privacy.summary"), List.of(new Block.Paragraph(wording.text(key))));
  }

  private Block tries() {
    return new Block.Choices(
        wording.words("help.try"),
        TRIES.stream()
            .map(wording::words)
            .map(question -> new Button(question, new Action.Ask(question)))
            .toList());
  }

  /**
   * A short message: {@code thanks}, {@code empty}, {@code foreign}, {@code starting}, {@code
   * broken}, {@code busy}, {@code documents.in-public}, and those about forms.
   */
  Message brief(String name) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(wording.text(name + ".words"))));
  }

  /** The reply to somebody's view of an answer; one that was not right may be told more of. */
  Message rated(Incoming.Rated rated, boolean kept) {
    String key = !kept ? "rated.gone" : rated.right() ? "rated.yes" : "rated.no";
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(wording.text(key)));
    if (kept && !rated.right()) {
      Action tell = new Action.Open(WrongAnswerForm.ID, rated.answer());
      blocks.add(
          new Block.Choices(
              wording.words("wrong-answer.offer"),
              List.of(new Button(wording.words("wrong-answer.title"), tell))));
    }
    return new Message(wording.words("rated.yes.summary"), blocks);
  }

  /** The message with, on top, who can see what in a channel. */
  Message introduced(Message message, Address.Kind channel) {
    return switch (channel) {
      case SLACK -> message.under(privacy("privacy.slack"));
      case TEAMS -> message.under(privacy("privacy.teams"));
      case WEB -> message.under(privacy("privacy.web"));
      // Whoever types here reads the question log too.
      case TERMINAL -> message;
    };
  }

  /** The message with, on top, why not to share personal data and what became of it. */
  Message warned(Message message, boolean dropped) {
    String key = dropped ? "personal-data.dropped" : "personal-data.masked";
    return message.under(new Block.Note(Tone.CAUTION, wording.text(key)));
  }

  private Block privacy(String key) {
    return new Block.Note(Tone.QUIET, wording.text(key));
  }
}
