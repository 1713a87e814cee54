package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;

/** The action of a card's button as it comes back from Teams, where anybody may have forged it. */
final class CardAction {
  static final String EXECUTE = "Action.Execute";
  static final String SUBMIT = "Action.Submit";
  static final String KIND = "kind";
  static final String VALUE = "value";

  private CardAction() {}

  /** The action in the data of a button, or empty if no button of ours sends this. */
  static Optional<Action> read(JsonNode data) {
    return ActionCodec.read(data.path(KIND).asText(""), data.path(VALUE).asText(""));
  }
}
