package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Responder;

/**
 * The thumbs that Teams itself shows under an answer, with its own dialog for words. Teams says
 * which message they are under; which answer that shows is known to every server for a month.
 */
final class TeamsFeedback {
  static final String NAME = "message/submitAction";

  private final Responder coach;
  private final TeamsReplies replies;

  TeamsFeedback(Responder coach, TeamsReplies replies) {
    this.coach = coach;
    this.replies = replies;
  }

  /** What a message carries so that Teams shows the thumbs. */
  static ObjectNode asked() {
    ObjectNode channelData = TeamsJson.MAPPER.createObjectNode();
    channelData.putObject("feedbackLoop").put("type", "default");
    return channelData;
  }

  InvokeResponse answer(TurnContext turn) {
    Activity activity = turn.getActivity();
    JsonNode value = TeamsJson.tree(activity.getValue());
    Optional<Boolean> right = right(value.at("/actionValue/reaction").asText(""));
    Optional<Address> from = TeamsPeople.sender(activity);
    if (right.isEmpty()
        || from.isEmpty()
        || !"feedback".equals(value.path("actionName").asText())) {
      return new InvokeResponse(400, null);
    }
    replies
        .ratedAnswer(activity)
        .ifPresent(answer ->
            coach.reply(new Incoming.Rated(from.get(), answer, right.get(), words(value))));
    return new InvokeResponse(200, null);
  }

  private static Optional<Boolean> right(String reaction) {
    return switch (reaction) {
      case "like" -> Optional.of(true);
      case "dislike" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Teams wraps the words in JSON of their own. */
  private static String words(JsonNode value) {
    String feedback = value.at("/actionValue/feedback").asText("");
    try {
      return TeamsJson.MAPPER.readTree(feedback).path("feedbackText").asText("");
    } catch (JsonProcessingException plainWords) {
      return feedback;
    }
  }
}
