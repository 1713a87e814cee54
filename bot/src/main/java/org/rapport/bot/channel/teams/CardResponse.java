package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.schema.AdaptiveCardInvokeResponse;
import java.util.Map;

/** What the press of a button is answered with. */
sealed interface CardResponse {

  /** A card in the place of the one that was pressed, for the one who pressed. */
  record Card(ObjectNode card) implements CardResponse {}

  /** A few words beside the card. */
  record Words(String words) implements CardResponse {}

  /** No button of ours sends this. */
  record NotOurs() implements CardResponse {}

  static InvokeResponse of(CardResponse response) {
    return switch (response) {
      case Card card -> invoke(200, "application/vnd.microsoft.card.adaptive", card.card());
      case Words words -> invoke(200, "application/vnd.microsoft.activity.message", words.words());
      case NotOurs notOurs ->
          invoke(
              400,
              "application/vnd.microsoft.error",
              Map.of("code", "BadRequest", "message", "Unknown action"));
    };
  }

  private static InvokeResponse invoke(int status, String type, Object value) {
    AdaptiveCardInvokeResponse body = new AdaptiveCardInvokeResponse();
    body.setStatusCode(status);
    body.setType(type);
    body.setValue(value);
    return new InvokeResponse(status, body);
  }
}
