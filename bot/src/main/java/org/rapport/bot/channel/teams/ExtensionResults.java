package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/** What the message extension lists: answers, which become cards, and questions to choose. */
final class ExtensionResults {
  private static final String THUMBNAIL = "application/vnd.microsoft.card.thumbnail";
  private static final int LONGEST_TITLE = 80;
  private static final int LONGEST_PREVIEW = 250;
  private static final int MOST_QUESTIONS = 5;

  private final Wording wording;

  ExtensionResults(Wording wording) {
    this.wording = wording;
  }

  /** Before anything is typed. */
  ObjectNode examples() {
    return list(
        Stream.of("help.try.1", "help.try.2", "help.try.3")
            .map(wording::words)
            .map(ExtensionResults::question)
            .toList());
  }

  /**
   * An answer.
   *
   * @param withQuestions whether the questions that it offers are listed below
   */
  ObjectNode answer(Message message, boolean withQuestions) {
    Stream<ObjectNode> questions =
        withQuestions ? asks(message).map(ExtensionResults::question) : Stream.of();
    return list(Stream.concat(Stream.of(card(message)), questions.limit(MOST_QUESTIONS)).toList());
  }

  /** In another chat nobody is there to answer a button. */
  private static ObjectNode card(Message message) {
    ObjectNode result = TeamsJson.MAPPER.createObjectNode().put("contentType", TeamsSender.CARD);
    result.set("content", TeamsRenderer.withoutButtons(message));
    result.set("preview", thumbnail(message.summary(), preview(message)));
    return result;
  }

  private static ObjectNode question(String words) {
    Action ask = new Action.Ask(words);
    ObjectNode preview = thumbnail(words, "");
    ((ObjectNode) preview.get("content"))
        .putObject("tap")
        .put("type", "invoke")
        .put("title", Cut.atWord(words, LONGEST_TITLE))
        .putObject("value")
        .put(CardAction.KIND, ActionCodec.kind(ask))
        .put(CardAction.VALUE, ActionCodec.value(ask));
    ObjectNode result = thumbnail(words, "");
    result.set("preview", preview);
    return result;
  }

  private static ObjectNode thumbnail(String title, String text) {
    ObjectNode card = TeamsJson.MAPPER.createObjectNode().put("contentType", THUMBNAIL);
    card.putObject("content")
        .put("title", Cut.atWord(title, LONGEST_TITLE))
        .put("text", Cut.atWord(text, LONGEST_PREVIEW));
    return card;
  }

  private static Stream<String> asks(Message message) {
    return message.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .flatMap(choices -> ((Block.Choices) choices).buttons().stream())
        .map(Block.Button::action)
        .filter(Action.Ask.class::isInstance)
        .map(ask -> ((Action.Ask) ask).question());
  }

  /** The first words of an answer. */
  private static String preview(Message message) {
    return message.blocks().stream()
        .flatMap(ExtensionResults::running)
        .map(Text::words)
        .findFirst()
        .orElse("");
  }

  private static Stream<Text> running(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> Stream.of(paragraph.text());
      case Block.Note note -> Stream.of(note.text());
      case Block.Heading _,
          Block.Steps _,
          Block.Bullets _,
          Block.Quote _,
          Block.Sources _,
          Block.Choices _ ->
          Stream.of();
    };
  }

  private static ObjectNode list(List<ObjectNode> attachments) {
    ObjectNode response = TeamsJson.MAPPER.createObjectNode();
    ArrayNode list =
        response
            .putObject("composeExtension")
            .put("type", "result")
            .put("attachmentLayout", "list")
            .putArray("attachments");
    list.addAll(attachments);
    return response;
  }
}
