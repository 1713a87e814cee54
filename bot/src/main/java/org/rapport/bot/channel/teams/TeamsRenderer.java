package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/** Renders a message as an Adaptive Card 1.5 that Teams takes: a pure function. */
public final class TeamsRenderer {
  /** Teams takes 28 KB for a whole message; this leaves room for what is around the card. */
  static final int LARGEST_CARD = 24_000;

  private static final int SHORTEST_TEXT = 250;

  /**
   * How long one text may be, in characters, tried in this order until the card is small enough.
   */
  private static final int[] LONGEST_TEXTS = {4_000, 2_000, 1_000, 500, SHORTEST_TEXT};

  /** The same for somebody who wants to read all of it. */
  private static final int[] WHOLE_TEXTS = {LARGEST_CARD, 8_000, 4_000, 2_000, SHORTEST_TEXT};

  private TeamsRenderer() {}

  /** The card for one's own chat, at most 24,000 bytes; an ellipsis says what was cut. */
  public static ObjectNode card(Message message) {
    return card(message, Surface.PERSONAL);
  }

  /** The activity that brings the card to one's own chat, but for whom and where it is for. */
  public static JsonNode activity(Message message) {
    return TeamsJson.tree(TeamsSender.card(message, Surface.PERSONAL));
  }

  /** The form's card for one's own chat. */
  public static ObjectNode card(Form form) {
    return FormCard.of(form, Map.of(), Surface.PERSONAL);
  }

  /** The card, as {@link #card(Message)}; where it is cut, a button leads to all of it. */
  static ObjectNode card(Message message, Surface surface) {
    return card(message, surface, LONGEST_TEXTS);
  }

  /** The card with as much of the message as a card can hold. */
  static ObjectNode whole(Message message, Surface surface) {
    return card(new Message(message.summary(), message.blocks()), surface, WHOLE_TEXTS);
  }

  /** The card with as much as it can hold, for a place where no button of ours is answered. */
  static ObjectNode withoutButtons(Message message) {
    List<Block> blocks =
        message.blocks().stream().filter(block -> !(block instanceof Block.Choices)).toList();
    return whole(new Message(message.summary(), blocks), Surface.SHARED);
  }

  private static ObjectNode card(Message message, Surface surface, int[] longestTexts) {
    for (int longest : longestTexts) {
      ObjectNode card = new CardBuilder(longest, surface).card(message);
      if (size(card) <= LARGEST_CARD) {
        return card;
      }
    }
    return withoutEnd(message, new CardBuilder(SHORTEST_TEXT, surface));
  }

  private static ObjectNode withoutEnd(Message message, CardBuilder builder) {
    ObjectNode card = builder.card(new Message(message.summary(), message.blocks()));
    ArrayNode body = (ArrayNode) card.remove("body");
    ArrayNode kept = card.putArray("body");
    ArrayNode more = TeamsJson.MAPPER.createArrayNode().add(CardBuilder.textBlock(Cut.ELLIPSIS));
    message.whole().ifPresent(whole -> more.add(builder.row(whole)));
    int left = LARGEST_CARD - size(card) - size(more);
    for (JsonNode element : body) {
      left -= size(element) + 1;
      if (left < 0) {
        break;
      }
      kept.add(element);
    }
    kept.addAll(more);
    return card;
  }

  private static int size(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
