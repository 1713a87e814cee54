package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.ConversationParameters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.inbox.Answering;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;

/** Sends messages as cards, and says what came of it. */
final class TeamsSender {
  static final String CARD = "application/vnd.microsoft.card.adaptive";

  /** What Teams shows in a notification, in characters. */
  private static final int LONGEST_SUMMARY = 250;

  private final TeamsErrors errors;

  TeamsSender(TeamsErrors errors) {
    this.errors = errors;
  }

  /** Says something where the turn is: in the chat, or in the thread of a channel. */
  SendResult reply(TurnContext turn, Message message) {
    Activity activity = card(message, TeamsPeople.surface(turn.getActivity()));
    if (Rated.id(message).isPresent()) {
      activity.setChannelData(TeamsFeedback.asked());
    }
    return attempt(() -> turn.sendActivity(activity).join().getId());
  }

  /** Shows a form in the chat of its one reader. */
  SendResult reply(TurnContext turn, Form form) {
    Activity activity = card(form.title(), FormCard.of(form, Map.of(), Surface.PERSONAL));
    return attempt(() -> turn.sendActivity(activity).join().getId());
  }

  /** Replaces a message of ours. */
  SendResult update(TurnContext turn, String messageId, Message message) {
    Activity activity = card(message, TeamsPeople.surface(turn.getActivity()));
    activity.setId(messageId);
    return attempt(() -> {
      turn.updateActivity(activity).join();
      return messageId;
    });
  }

  /** Shows that an answer is on its way. */
  void typing(TurnContext turn) {
    attempt(() -> turn.sendActivity(new Activity(ActivityTypes.TYPING)).join().getId());
  }

  /** Offers questions in the chat of their one reader; nothing if a message has none. */
  void suggest(TurnContext turn, Message greeting) {
    SuggestedPrompts.of(greeting)
        .ifPresent(prompts -> attempt(() -> turn.sendActivity(prompts).join().getId()));
  }

  /** Shows something of Teams' own where the turn is. */
  SendResult show(TurnContext turn, Attachment attachment) {
    Activity activity = new Activity(ActivityTypes.MESSAGE);
    activity.setAttachments(List.of(attachment));
    return attempt(() -> turn.sendActivity(activity).join().getId());
  }

  /** Takes a message of ours away. */
  SendResult remove(TurnContext turn, String messageId) {
    return attempt(() -> {
      turn.deleteActivity(messageId).join();
      return messageId;
    });
  }

  /** Says things to the sender of the turn alone, in their own chat with the bot. */
  SendResult privately(TurnContext turn, List<Message> messages) {
    ConnectorClient client = turn.getTurnState().get(BotFrameworkAdapter.CONNECTOR_CLIENT_KEY);
    Conversations conversations = client.getConversations();
    return attempt(() -> {
      String chat =
          conversations.createConversation(personalChat(turn.getActivity())).join().getId();
      String last = "";
      for (Message message : messages) {
        Activity said = privateCard(turn.getActivity(), chat, message);
        last = conversations.sendToConversation(chat, said).join().getId();
      }
      return last;
    });
  }

  private static Activity privateCard(Activity to, String chat, Message message) {
    Activity activity = card(message, Surface.PERSONAL);
    activity.setChannelId(to.getChannelId());
    activity.setServiceUrl(to.getServiceUrl());
    activity.setFrom(to.getRecipient());
    activity.setRecipient(to.getFrom());
    activity.setConversation(new ConversationAccount(chat));
    return activity;
  }

  private static ConversationParameters personalChat(Activity activity) {
    ConversationParameters parameters = new ConversationParameters();
    parameters.setIsGroup(false);
    parameters.setBot(activity.getRecipient());
    parameters.setMembers(List.of(new ChannelAccount(activity.getFrom().getId())));
    TeamsPeople.tenants(activity).stream()
        .findFirst()
        .ifPresent(tenant -> {
          parameters.setTenantId(tenant);
          ObjectNode channelData = TeamsJson.MAPPER.createObjectNode();
          channelData.putObject("tenant").put("id", tenant);
          parameters.setChannelData(channelData);
        });
    return parameters;
  }

  /** A message as an activity to send. */
  static Activity card(Message message, Surface surface) {
    return card(message.summary(), TeamsRenderer.card(message, surface));
  }

  private static Activity card(String summary, ObjectNode card) {
    Attachment attachment = new Attachment();
    attachment.setContentType(CARD);
    attachment.setContent(card);
    Activity activity = new Activity(ActivityTypes.MESSAGE);
    activity.setSummary(Cut.atWord(summary, LONGEST_SUMMARY));
    activity.setAttachments(List.of(attachment));
    return activity;
  }

  private SendResult attempt(Supplier<String> send) {
    SendResult result = Answering.send(() -> outcome(send));
    errors.note(result);
    return result;
  }

  private static SendResult outcome(Supplier<String> send) {
    try {
      return new SendResult.Sent(send.get());
    } catch (CompletionException | RestException failed) {
      return outcome(TeamsFailure.of(failed));
    }
  }

  private static SendResult outcome(TeamsFailure failure) {
    return switch (failure) {
      case TeamsFailure.NeverLeft never -> new SendResult.Failed(never.reason());
      case TeamsFailure.NoReply _ -> new SendResult.Unconfirmed("no_reply");
      case TeamsFailure.Answered answer -> outcome(answer.status());
    };
  }

  private static SendResult outcome(int status) {
    if (RetryAfter.notTaken(status)) {
      return new SendResult.Failed("http_" + status);
    }
    return status < 500
        ? new SendResult.Refused("http_" + status)
        : new SendResult.Unconfirmed("http_" + status);
  }
}
