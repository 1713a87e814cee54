package org.rapport.bot.channel.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Responder;

/**
 * Takes what happens in Teams to the coach, and the reply back to where it belongs. It answers the
 * few activities that it knows itself: the SDK's own handler looks up each new member over the
 * network and says in its responses what went wrong inside.
 */
final class TeamsBot implements Bot {
  private final Responder coach;
  private final FirstTime firstTime;
  private final TeamsReplies replies;
  private final TeamsButtons buttons;
  private final TeamsDialogs dialogs;
  private final TeamsFeedback feedback;
  private final TeamsFiles files;

  TeamsBot(
      Responder coach,
      FirstTime firstTime,
      TeamsReplies replies,
      TeamsButtons buttons,
      TeamsDialogs dialogs,
      TeamsFeedback feedback,
      TeamsFiles files) {
    this.coach = coach;
    this.firstTime = firstTime;
    this.replies = replies;
    this.buttons = buttons;
    this.dialogs = dialogs;
    this.feedback = feedback;
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
      replies.reply(turn, given.isEmpty() ? asked : new Incoming.Gave(asked, given), inPublic);
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
      replies.say(turn, coach.reply(new Incoming.Arrived(from.get())));
    }
  }

  private void onInvoke(TurnContext turn) {
    Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
    answer.setValue(answer(turn));
    turn.sendActivity(answer).join();
  }

  private InvokeResponse answer(TurnContext turn) {
    return switch (String.valueOf(turn.getActivity().getName())) {
      case TeamsButtons.NAME -> buttons.answer(turn);
      case TeamsDialogs.FETCH -> dialogs.fetch(turn);
      case TeamsDialogs.SUBMIT -> dialogs.submit(turn);
      case TeamsFeedback.NAME -> feedback.answer(turn);
      default -> new InvokeResponse(501, null);
    };
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }
}
