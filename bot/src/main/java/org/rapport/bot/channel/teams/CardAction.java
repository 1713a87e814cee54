package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;

/** The action of a card's button as it comes back from Teams, where anybody may have forged it. */
final class CardAction {
  static final String EXECUTE = "Action.Execute";
  static final String KIND = "kind";
  static final String VALUE = "value";

  private CardAction() {}

  /** The action in the value of an invoke, or empty if no button of ours sends this. */
  static Optional<Action> read(@Nullable Object invokeValue) {
    JsonNode action = TeamsJson.MAPPER.valueToTree(invokeValue);
    action = action == null ? TeamsJson.MAPPER.createObjectNode() : action.path("action");
    String kind = action.path("data").path(KIND).asText("");
    if (!EXECUTE.equals(action.path("type").asText())
        || !kind.equals(action.path("verb").asText())) {
      return Optional.empty();
    }
    return ActionCodec.read(kind, action.path("data").path(VALUE).asText(""));
  }
}
