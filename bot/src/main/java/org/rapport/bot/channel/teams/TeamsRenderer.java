package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
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

  private TeamsRenderer() {}

  /** The card, at most 24,000 bytes; what does not fit is cut, and an ellipsis says so. */
  public static ObjectNode card(Message message) {
    for (int longest : LONGEST_TEXTS) {
      ObjectNode card = new CardBuilder(longest).card(message);
      if (size(card) <= LARGEST_CARD) {
        return card;
      }
    }
    return withoutEnd(new CardBuilder(SHORTEST_TEXT).card(message));
  }

  private static ObjectNode withoutEnd(ObjectNode card) {
    ArrayNode body = (ArrayNode) card.remove("body");
    ArrayNode kept = card.putArray("body");
    ObjectNode more = CardBuilder.textBlock("…");
    int left = LARGEST_CARD - size(card) - size(more);
    for (JsonNode element : body) {
      left -= size(element) + 1;
      if (left < 0) {
        break;
      }
      kept.add(element);
    }
    kept.add(more);
    return card;
  }

  private static int size(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
