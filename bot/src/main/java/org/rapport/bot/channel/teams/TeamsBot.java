package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Message;

/**
 * Takes what happens in Teams to the coach, and the reply back to where it belongs. It answers the
 * few activities that it knows itself: the SDK's own handler looks up each new member over the
 * network and says in its responses what went wrong inside.
 */
final class TeamsBot implements Bot {
  private static final String BUTTON = "adaptiveCard/action";

  private final Function<Incoming, Reply> coach;
  private final FirstTime firstTime;
  private final SerialLanes lanes;
  private final TeamsSender sender;
  private final TeamsFiles files;
  private final SentCards sent = new SentCards();

  TeamsBot(
      Function<Incoming, Reply> coach,
      FirstTime firstTime,
      SerialLanes lanes,
      TeamsSender sender,
      TeamsFiles files) {
    this.coach = coach;
    this.firstTime = firstTime;
    this.lanes = lanes;
    this.sender = sender;
    this.files = files;
  }

  /** Works on one activity, on the calling thread. */
  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn) {
    switch (turn.getActivity().getType()) {
      case ActivityTypes.MESSAGE -> onMessage(turn);
      case ActivityTypes.CONVERSATION_UPDATE -> onMembers(turn);
      case ActivityTypes.INSTALLATION_UPDATE -> onInstallation(turn);
      case ActivityTypes.INVOKE -> onInvoke(turn);
      default -> {
        // Typing, reactions and the like call for no answer.
      }
    }
    return done();
  }

  private void onMessage(TurnContext turn) {
    Activity activity = turn.getActivity();
    boolean inPublic = TeamsPeople.inPublic(activity);
    Optional<Address> from = TeamsPeople.sender(activity);
    if (from.isEmpty() || (inPublic && !TeamsText.mentionsUs(activity))) {
      return;
    }
    if (firstTime.of(activity)) {
      Incoming.Asked asked =
          new Incoming.Asked(
              from.get(),
              TeamsText.question(activity),
              inPublic,
              activity.getConversation().getId());
      List<GivenFile> given = files.given(activity);
      reply(turn, given.isEmpty() ? asked : new Incoming.Gave(asked, given), inPublic);
    }
  }

  private void onMembers(TurnContext turn) {
    Activity activity = turn.getActivity();
    List<ChannelAccount> added = activity.getMembersAdded();
    ChannelAccount us = activity.getRecipient();
    boolean weCame =
        added != null
            && us != null
            && added.stream().anyMatch(member -> us.getId().equals(member.getId()));
    if (weCame) {
      welcome(turn);
    }
  }

  private void onInstallation(TurnContext turn) {
    if ("add".equals(turn.getActivity().getAction())) {
      welcome(turn);
    }
  }

  /** Teams tells of one arrival in two activities; one welcome is enough. */
  private void welcome(TurnContext turn) {
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (from.isPresent() && firstTime.welcomeTo(turn.getActivity())) {
      say(turn, coach.apply(new Incoming.Arrived(from.get())));
    }
  }

  private void onInvoke(TurnContext turn) {
    Activity activity = turn.getActivity();
    InvokeResponse response =
        BUTTON.equals(activity.getName())
            ? CardResponse.of(onButton(turn))
            : new InvokeResponse(501, null);
    Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
    answer.setValue(response);
    turn.sendActivity(answer).join();
  }

  private CardResponse onButton(TurnContext turn) {
    Optional<Action> action = CardAction.read(turn.getActivity().getValue());
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (action.isEmpty() || from.isEmpty()) {
      return new CardResponse.NotOurs();
    }
    return switch (action.get()) {
      case Action.Ask asked -> onAsk(turn, from.get(), asked);
      case Action.Rate rated -> onRate(turn, from.get(), rated);
    };
  }

  /** The answer comes as a message of its own, so that it stays in the conversation. */
  private CardResponse onAsk(TurnContext turn, Address from, Action.Ask action) {
    Activity activity = turn.getActivity();
    if (firstTime.of(activity)) {
      boolean inPublic = TeamsPeople.inPublic(activity);
      Incoming.Asked asked =
          new Incoming.Asked(from, action.question(), inPublic, activity.getConversation().getId());
      later(turn, conversation -> reply(conversation, asked, inPublic));
    }
    return new CardResponse.Words("The answer is below.");
  }

  private CardResponse onRate(TurnContext turn, Address from, Action.Rate rate) {
    Activity activity = turn.getActivity();
    Message thanks = coach.apply(new Incoming.Rated(from, rate.answer(), rate.right())).message();
    String messageId = activity.getReplyToId();
    Optional<Message> answer =
        messageId == null ? Optional.empty() : sent.find(activity, messageId);
    if (answer.isEmpty()) {
      return new CardResponse.Words(thanks.summary());
    }
    Message rated = Rated.answer(answer.get(), thanks);
    // In public only this person's view of the card changes, as others may want to rate it too.
    if (!TeamsPeople.inPublic(activity)) {
      later(turn, conversation -> sender.update(conversation, messageId, rated));
    }
    return new CardResponse.Card(rated);
  }

  private void reply(TurnContext turn, Incoming incoming, boolean inPublic) {
    Reply reply = coach.apply(incoming);
    if (reply.privately() && inPublic) {
      // Whatever comes of it, nothing is said in public.
      sender.privately(turn, reply.inWords());
    } else {
      say(turn, reply);
    }
  }

  private void say(TurnContext turn, Reply reply) {
    Message message = reply.inWords();
    if (sender.reply(turn, message) instanceof SendResult.Sent done && Rated.canBe(message)) {
      sent.remember(turn.getActivity(), done.reference(), message);
    }
  }

  /** Does something in the conversation of a turn after the turn was answered. */
  private void later(TurnContext turn, Consumer<TurnContext> work) {
    Activity activity = turn.getActivity();
    BotAdapter adapter = turn.getAdapter();
    ClaimsIdentity identity = turn.getTurnState().get(BotAdapter.BOT_IDENTITY_KEY);
    lanes.run(
        activity.getConversation().getId(),
        () ->
            adapter
                .continueConversation(
                    identity,
                    activity.getConversationReference(),
                    conversation -> {
                      // An invented id, which the SDK would name as what we reply to.
                      conversation.getActivity().setId(null);
                      work.accept(conversation);
                      return done();
                    })
                .join());
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
