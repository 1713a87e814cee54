package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.conversation.Reply;

/**
 * Takes what happens in Teams to the coach, and the reply back to where it belongs. It answers the
 * few activities that it knows itself: the SDK's own handler looks up each new member over the
 * network and says in its responses what went wrong inside.
 */
final class TeamsBot implements Bot {
  private final FirstTime firstTime;
  private final TeamsInstalls installs;
  private final TeamsMentions mentions;
  private final TeamsReplies replies;
  private final TeamsFiles files;
  private final Interrupted interrupted;
  private final Map<String, InvokeHandler> invokes;

  /**
   * @param invokes what answers an invoke, by the name that Teams gives it
   */
  TeamsBot(
      FirstTime firstTime,
      TeamsInstalls installs,
      TeamsMentions mentions,
      TeamsReplies replies,
      TeamsFiles files,
      Interrupted interrupted,
      Map<String, InvokeHandler> invokes) {
    this.firstTime = firstTime;
    this.installs = installs;
    this.mentions = mentions;
    this.replies = replies;
    this.files = files;
    this.interrupted = interrupted;
    this.invokes = Map.copyOf(invokes);
  }

  /** Something that Teams wants answered in the response. */
  @FunctionalInterface
  interface InvokeHandler {
    InvokeResponse answer(TurnContext turn);
  }

  /** Works on one activity, on the calling thread. */
  @Override
  public CompletableFuture<Void> onTurn(TurnContext turn) {
    switch (turn.getActivity().getType()) {
      case ActivityTypes.MESSAGE -> onMessage(turn);
      case ActivityTypes.CONVERSATION_UPDATE, ActivityTypes.INSTALLATION_UPDATE -> onInstall(turn);
      case ActivityTypes.INVOKE -> onInvoke(turn);
      default -> {
        // Typing, reactions and the like call for no answer.
      }
    }
    return done();
  }

  /** One that was delivered before does not come here. */
  private void onMessage(TurnContext turn) {
    Activity activity = turn.getActivity();
    Optional<Address> from = TeamsPeople.sender(activity);
    if (from.isPresent() && TeamsText.isForUs(activity)) {
      installs.wroteIn(activity);
      boolean inPublic = TeamsPeople.inPublic(activity);
      Incoming.Asked asked =
          new Incoming.Asked(
              from.get(),
              TeamsText.question(activity),
              inPublic,
              activity.getConversation().getId(),
              mentions.people(activity));
      List<GivenFile> given = files.given(activity);
      replies.reply(turn, given.isEmpty() ? asked : new Incoming.Gave(asked, given), inPublic);
    }
  }

  /** Asks for words that were not kept until now. */
  CompletableFuture<Void> askAgain(TurnContext turn) {
    boolean inPublic = TeamsPeople.inPublic(turn.getActivity());
    replies.reply(turn, new Reply(interrupted.askAgain(), true), inPublic);
    return done();
  }

  private void onInstall(TurnContext turn) {
    if (installs.arrived(turn.getActivity())) {
      welcome(turn);
    }
  }

  /** Teams tells of one arrival in two activities; one welcome is enough. */
  private void welcome(TurnContext turn) {
    Optional<Address> from = TeamsPeople.sender(turn.getActivity());
    if (from.isPresent() && firstTime.welcomeTo(turn.getActivity())) {
      replies.reply(
          turn, new Incoming.Arrived(from.get()), TeamsPeople.inPublic(turn.getActivity()));
    }
  }

  private void onInvoke(TurnContext turn) {
    Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
    answer.setValue(answer(turn));
    turn.sendActivity(answer).join();
  }

  private InvokeResponse answer(TurnContext turn) {
    return Optional.ofNullable(turn.getActivity().getName())
        .map(invokes::get)
        .map(handler -> handler.answer(turn))
        .orElseGet(() -> new InvokeResponse(501, null));
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
