package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Message;

/**
 * The message extension: "Ask the coach" beside the box in which one writes, in any chat, and "How
 * might I reply?" on somebody's message. Teams asks with each word that is typed, so nothing of it
 * is noted; only who asks sees an answer, until they choose to send it to the chat.
 */
final class TeamsExtension {
  static final String QUERY = "composeExtension/query";
  static final String SELECT = "composeExtension/selectItem";
  static final String FETCH = "composeExtension/fetchTask";
  static final String SUBMIT = "composeExtension/submitAction";

  /** The ids of the commands in the app's manifest, and what the first asks for. */
  static final String ASK = "ask";

  static final String REPLY = "reply";
  static final String QUESTION = "question";

  private static final int LONGEST_QUESTION = 300;

  private final Responder coach;
  private final ExtensionResults results;

  TeamsExtension(Responder coach, ExtensionResults results) {
    this.coach = coach;
    this.results = results;
  }

  /** Somebody types a question. */
  InvokeResponse query(TurnContext turn) {
    JsonNode value = value(turn);
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (from.isEmpty() || !ASK.equals(value.path("commandId").asText())) {
      return refused();
    }
    String question = question(value).strip();
    return new InvokeResponse(
        200,
        question.isEmpty()
            ? results.examples()
            : results.answer(answer(from.get(), question), true));
  }

  /** Somebody chose one of the questions that were listed. */
  InvokeResponse select(TurnContext turn) {
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    return from.flatMap(asker ->
            CardAction.read(value(turn))
                .filter(Action.Ask.class::isInstance)
                .map(action -> answer(asker, ((Action.Ask) action).question())))
        .map(message -> new InvokeResponse(200, results.answer(message, false)))
        .orElseGet(TeamsExtension::refused);
  }

  /** Somebody wants to know how they might reply to a message. */
  InvokeResponse fetch(TurnContext turn) {
    JsonNode value = value(turn);
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (from.isEmpty() || !REPLY.equals(value.path("commandId").asText())) {
      return refused();
    }
    String theirs = TeamsText.plain(value.at("/messagePayload/body/content").asText(""));
    return new InvokeResponse(
        200, TeamsDialogs.content(coach.reply(new Incoming.WantedReply(from.get(), theirs))));
  }

  private Message answer(Address from, String question) {
    String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
    return coach.reply(new Incoming.WantedAll(from, asked)).message();
  }

  /** When it is opened, Teams asks for what to show first. */
  private static String question(JsonNode value) {
    for (JsonNode parameter : value.path("parameters")) {
      if (QUESTION.equals(parameter.path("name").asText())) {
        return parameter.path("value").asText("");
      }
    }
    return "";
  }

  private static JsonNode value(TurnContext turn) {
    Activity activity = turn.getActivity();
    return TeamsJson.tree(activity.getValue());
  }

  private static InvokeResponse refused() {
    return new InvokeResponse(400, null);
  }
}
