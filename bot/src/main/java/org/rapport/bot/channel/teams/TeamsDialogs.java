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
import org.rapport.bot.conversation.Incoming;
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
    return answer(turn, this::opened);
  }

  /** A form was sent, or a button was pressed in a dialog. */
  InvokeResponse submit(TurnContext turn) {
    return answer(
        turn,
        (from, data) ->
            SentForm.read(from, data)
                .<FormReply>map(coach::reply)
                .or(() -> asked(from, data))
                .or(() -> opened(from, data)));
  }

  private interface Step {
    Optional<FormReply> reply(Address from, JsonNode data);
  }

  private static InvokeResponse answer(TurnContext turn, Step step) {
    Activity activity = turn.getActivity();
    JsonNode data = TeamsJson.tree(activity.getValue()).path("data");
    return TeamsPeople.sender(activity)
        .flatMap(from -> step.reply(from, data))
        .map(reply -> new InvokeResponse(200, content(reply)))
        .orElseGet(() -> new InvokeResponse(400, null));
  }

  private Optional<FormReply> opened(Address from, JsonNode data) {
    return action(data, Action.Open.class)
        .map(open -> coach.reply(new FormStep.Wanted(from, open.form(), open.about())));
  }

  private Optional<FormReply> asked(Address from, JsonNode data) {
    return action(data, Action.Ask.class)
        .map(ask -> coach.reply(new Incoming.WantedAll(from, ask.question())));
  }

  private static <A extends Action> Optional<A> action(JsonNode data, Class<A> kind) {
    return CardAction.read(data).filter(kind::isInstance).map(kind::cast);
  }

  /** What a dialog shows next. */
  static ObjectNode content(FormReply reply) {
    return switch (reply) {
      case FormReply.Show show -> form(show.form(), Map.of());
      case FormReply.Mend mend -> form(mend.form(), mend.problems());
      case Reply said -> content(TITLE, TeamsRenderer.whole(forDialog(said), Surface.DIALOG));
    };
  }

  private static ObjectNode form(Form form, Map<String, String> problems) {
    return content(form.title(), FormCard.of(form, problems, Surface.DIALOG));
  }

  /** A dialog can only go on to another question or form. */
  private static Message forDialog(Reply reply) {
    return new Message(
        reply.message().summary(),
        reply.message().blocks().stream()
            .filter(block -> !(block instanceof Block.Choices choices) || goesOn(choices))
            .toList());
  }

  private static boolean goesOn(Block.Choices choices) {
    return choices.buttons().stream()
        .map(Block.Button::action)
        .allMatch(action -> action instanceof Action.Ask || action instanceof Action.Open);
  }

  private static ObjectNode content(String title, ObjectNode card) {
    ObjectNode content = TeamsJson.MAPPER.createObjectNode();
    ObjectNode value = content.putObject("task").put("type", "continue").putObject("value");
    value.put("title", title).put("width", "medium").put("height", "medium");
    value.putObject("card").put("contentType", TeamsSender.CARD).set("content", card);
    return content;
  }
}
