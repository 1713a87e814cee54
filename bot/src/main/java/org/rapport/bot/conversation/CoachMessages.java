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
   * broken}, {@code busy}, {@code documents.in-public}.
   */
  Message brief(String name) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(wording.text(name + ".words"))));
  }

  /** The reply to somebody's view of an answer. */
  Message rated(boolean kept, boolean right) {
    String key = !kept ? "rated.gone" : right ? "rated.yes" : "rated.no";
    return new Message(
        wording.words("rated.yes.summary"), List.of(new Block.Paragraph(wording.text(key))));
  }

  /** The message with, on top, who can see what in a channel. */
  Message introduced(Message message, Address.Kind channel) {
    List<Block> blocks = new ArrayList<>();
    switch (channel) {
      case SLACK -> blocks.add(privacy("privacy.slack"));
      case TEAMS -> blocks.add(privacy("privacy.teams"));
      case WEB -> blocks.add(privacy("privacy.web"));
      case TERMINAL -> {
        // Whoever types here reads the question log too.
      }
    }
    blocks.addAll(message.blocks());
    return new Message(message.summary(), blocks);
  }

  /** The message with, on top, why not to share personal data and what became of it. */
  Message warned(Message message, boolean dropped) {
    List<Block> blocks = new ArrayList<>();
    String key = dropped ? "personal-data.dropped" : "personal-data.masked";
    blocks.add(new Block.Note(Tone.CAUTION, wording.text(key)));
    blocks.addAll(message.blocks());
    return new Message(message.summary(), blocks);
  }

  private Block privacy(String key) {
    return new Block.Note(Tone.QUIET, wording.text(key));
  }
}
