package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/**
 * Dialogs, which Teams also calls task modules: a form for one person where others see the chat.
 * Each step is answered with the dialog's next content.
 */
final class TeamsDialogs {
  static final String FETCH = "task/fetch";
  static final String SUBMIT = "task/submit";

  private static final String TITLE = "Rapport";

  private final Responder coach;

  TeamsDialogs(Responder coach) {
    this.coach = coach;
  }

  /** A button wants a dialog. */
  InvokeResponse fetch(TurnContext turn) {
    return answer(
        step(
            turn,
            (from, data) ->
                CardAction.read(data)
                    .filter(Action.Open.class::isInstance)
                    .map(Action.Open.class::cast)
                    .map(open -> new FormStep.Wanted(from, open.form(), open.about()))));
  }

  /** A dialog was sent. */
  InvokeResponse submit(TurnContext turn) {
    return answer(step(turn, SentForm::read));
  }

  private interface Reading {
    Optional<? extends FormStep> read(Address from, JsonNode data);
  }

  private static Optional<FormStep> step(TurnContext turn, Reading reading) {
    Activity activity = turn.getActivity();
    JsonNode data = TeamsJson.tree(activity.getValue()).path("data");
    return TeamsPeople.sender(activity).flatMap(from -> reading.read(from, data));
  }

  private InvokeResponse answer(Optional<FormStep> step) {
    return step.map(coach::reply)
        .map(reply -> new InvokeResponse(200, content(reply)))
        .orElseGet(() -> new InvokeResponse(400, null));
  }

  private static ObjectNode content(FormReply reply) {
    return switch (reply) {
      case FormReply.Show show -> form(show.form(), Map.of());
      case FormReply.Mend mend -> form(mend.form(), mend.problems());
      case Reply said -> content(TITLE, TeamsRenderer.whole(words(said), Surface.DIALOG));
    };
  }

  private static ObjectNode form(Form form, Map<String, String> problems) {
    return content(form.title(), FormCard.of(form, problems, Surface.DIALOG));
  }

  /** A dialog's buttons only send forms. */
  private static Message words(Reply reply) {
    return new Message(
        reply.message().summary(),
        reply.message().blocks().stream()
            .filter(block -> !(block instanceof Block.Choices))
            .toList());
  }

  private static ObjectNode content(String title, ObjectNode card) {
    ObjectNode content = TeamsJson.MAPPER.createObjectNode();
    ObjectNode value = content.putObject("task").put("type", "continue").putObject("value");
    value.put("title", title).put("width", "medium").put("height", "medium");
    value.putObject("card").put("contentType", TeamsSender.CARD).set("content", card);
    return content;
  }
}
