package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/**
 * Presses of a card's {@code Action.Execute} buttons, answered in the response: with a card in the
 * place of the one that was pressed, or with a few words while the rest follows as a message. Such
 * a card is only for the one who pressed, so what is for all is a message, and no card refreshes
 * itself.
 */
final class TeamsButtons {
  static final String NAME = "adaptiveCard/action";

  private final Responder coach;
  private final FirstTime firstTime;
  private final TeamsReplies replies;
  private final TeamsSender sender;
  private final AfterTurn after;
  private final Wording wording;

  TeamsButtons(
      Responder coach,
      FirstTime firstTime,
      TeamsReplies replies,
      TeamsSender sender,
      AfterTurn after,
      Wording wording) {
    this.coach = coach;
    this.firstTime = firstTime;
    this.replies = replies;
    this.sender = sender;
    this.after = after;
    this.wording = wording;
  }

  InvokeResponse answer(TurnContext turn) {
    return CardResponse.of(pressed(turn));
  }

  private CardResponse pressed(TurnContext turn) {
    JsonNode button = TeamsJson.tree(turn.getActivity().getValue()).path("action");
    JsonNode data = button.path("data");
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (from.isEmpty()
        || !CardAction.EXECUTE.equals(button.path("type").asText())
        || !data.path(CardAction.KIND).asText("").equals(button.path("verb").asText())) {
      return new CardResponse.NotOurs();
    }
    Optional<FormStep.Sent> sent = SentForm.read(from.get(), data);
    return sent.isPresent()
        ? onSent(turn, sent.get())
        : CardAction.read(data)
            .map(action -> onAction(turn, from.get(), action, data))
            .orElseGet(CardResponse.NotOurs::new);
  }

  private CardResponse onAction(TurnContext turn, Address from, Action action, JsonNode data) {
    return switch (action) {
      case Action.Ask asked -> onAsk(turn, from, asked);
      case Action.Rate rated -> onRate(turn, from, rated, data);
      case Action.Open open -> onOpen(turn, new FormStep.Wanted(from, open.form(), open.about()));
      case Action.Press press -> onPress(turn, from, press);
      case Action.ReadAll read -> onReadAll(turn, new Incoming.WantedAll(from, read.title()));
    };
  }

  /** The answer comes as a message of its own, so that it stays in the conversation. */
  private CardResponse onAsk(TurnContext turn, Address from, Action.Ask action) {
    Activity activity = turn.getActivity();
    boolean inPublic = TeamsPeople.inPublic(activity);
    Incoming.Asked asked =
        new Incoming.Asked(from, action.question(), inPublic, activity.getConversation().getId());
    after.answer(
        turn, action.question(), conversation -> replies.reply(conversation, asked, inPublic));
    return new CardResponse.Words(wording.words("answer.below"));
  }

  private CardResponse onRate(TurnContext turn, Address from, Action.Rate rate, JsonNode data) {
    Message thanks = coach.reply(new Incoming.Rated(from, rate.answer(), rate.right())).message();
    return replies
        .pressed(turn.getActivity())
        .map(answer -> Rated.answer(answer, thanks))
        .or(() -> carried(from, data).map(answer -> answer.over(thanks)))
        .map(rated -> inPlace(turn, rated))
        .orElseGet(() -> thanked(turn, thanks));
  }

  private Optional<Message> carried(Address from, JsonNode data) {
    return CarriedAnswer.find(
        data, title -> coach.reply(new Incoming.WantedAll(from, title)).message());
  }

  /** The card stays as it is; thanks that ask for more need a place of their own. */
  private CardResponse thanked(TurnContext turn, Message thanks) {
    boolean asksForMore =
        thanks.blocks().stream().anyMatch(block -> block instanceof Block.Choices);
    if (asksForMore && surface(turn) == Surface.PERSONAL && firstTime.of(turn.getActivity())) {
      after.later(turn, conversation -> replies.say(conversation, thanks));
    }
    return new CardResponse.Words(thanks.summary());
  }

  private CardResponse onPress(TurnContext turn, Address from, Action.Press press) {
    boolean inPublic = TeamsPeople.inPublic(turn.getActivity());
    Reply reply = coach.reply(new Incoming.Pressed(from, press.button(), press.about(), inPublic));
    return reply.besides() ? beside(reply.message()) : inPlace(turn, reply.inWords());
  }

  /** The card stays as it is. */
  private static CardResponse beside(Message message) {
    return new CardResponse.Words(
        message.blocks().stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(block -> ((Block.Paragraph) block).text().words())
            .collect(Collectors.joining(" ")));
  }

  private CardResponse onReadAll(TurnContext turn, Incoming.WantedAll wanted) {
    Message whole =
        replies.pressed(turn.getActivity()).orElseGet(() -> coach.reply(wanted).message());
    return new CardResponse.Card(TeamsRenderer.whole(whole, surface(turn)));
  }

  /** In one's own chat the form is a message of its own, so that what it is about stays there. */
  private CardResponse onOpen(TurnContext turn, FormStep.Wanted wanted) {
    return switch (coach.reply(wanted)) {
      case FormReply.Show show -> opened(turn, show.form(), Map.of());
      case FormReply.Mend mend -> opened(turn, mend.form(), mend.problems());
      case Reply reply when reply.besides() -> beside(reply.message());
      case Reply reply -> new CardResponse.Card(TeamsRenderer.card(reply.message(), surface(turn)));
    };
  }

  private CardResponse opened(TurnContext turn, Form form, Map<String, String> problems) {
    Surface surface = surface(turn);
    if (surface == Surface.SHARED) {
      return new CardResponse.Card(FormCard.of(form, problems, surface));
    }
    if (firstTime.of(turn.getActivity())) {
      after.later(turn, conversation -> sender.reply(conversation, form));
    }
    return new CardResponse.Words(form.title());
  }

  private CardResponse onSent(TurnContext turn, FormStep.Sent sent) {
    return switch (coach.reply(sent)) {
      case FormReply.Show show ->
          new CardResponse.Card(FormCard.of(show.form(), Map.of(), surface(turn)));
      case FormReply.Mend mend ->
          new CardResponse.Card(FormCard.of(mend.form(), mend.problems(), surface(turn)));
      case Reply reply -> inPlace(turn, reply.message());
    };
  }

  /**
   * A message in the place of the one that was pressed. In public only this person's view of it
   * changes, as others may want to press it too.
   */
  private CardResponse inPlace(TurnContext turn, Message message) {
    String messageId = turn.getActivity().getReplyToId();
    if (messageId != null && surface(turn) == Surface.PERSONAL) {
      after.later(turn, conversation -> sender.update(conversation, messageId, message));
    }
    return new CardResponse.Card(TeamsRenderer.card(message, surface(turn)));
  }

  private static Surface surface(TurnContext turn) {
    return TeamsPeople.surface(turn.getActivity());
  }
}
