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
import com.microsoft.bot.schema.ConversationResourceResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.rapport.bot.channel.Rated;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.teams.TeamsErrors.Reason;
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

  /** Says something to the sender of the turn alone, in their own chat with the bot. */
  SendResult privately(TurnContext turn, Message message) {
    ConnectorClient client = turn.getTurnState().get(BotFrameworkAdapter.CONNECTOR_CLIENT_KEY);
    Conversations conversations = client.getConversations();
    return attempt(() -> {
      ConversationResourceResponse chat =
          conversations.createConversation(personalChat(turn.getActivity())).join();
      Activity activity = card(message, Surface.PERSONAL);
      activity.setChannelId(turn.getActivity().getChannelId());
      activity.setServiceUrl(turn.getActivity().getServiceUrl());
      activity.setFrom(turn.getActivity().getRecipient());
      activity.setRecipient(turn.getActivity().getFrom());
      activity.setConversation(new ConversationAccount(chat.getId()));
      return conversations.sendToConversation(chat.getId(), activity).join().getId();
    });
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

  private static Activity card(Message message, Surface surface) {
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
    SendResult result;
    try {
      result = new SendResult.Sent(send.get());
    } catch (CompletionException failed) {
      result = outcome(failed.getCause() == null ? failed : failed.getCause());
    } catch (RestException refused) {
      result = outcome(refused);
    }
    switch (result) {
      case SendResult.Sent sent -> {}
      case SendResult.Refused refused -> errors.note(Reason.SEND_REFUSED, refused.reason());
      case SendResult.Failed failed -> errors.note(Reason.SEND_FAILED, failed.reason());
      case SendResult.Unconfirmed lost -> errors.note(Reason.SEND_UNCONFIRMED, lost.reason());
    }
    return result;
  }

  private static SendResult outcome(Throwable cause) {
    return switch (cause) {
      case RestException answered -> outcome(answered.response().code());
      case ConnectException neverLeft -> new SendResult.Failed("unreachable");
      case UnknownHostException neverLeft -> new SendResult.Failed("unreachable");
      case IOException noToken when noToken.getCause() instanceof ExecutionException ->
          new SendResult.Failed("login");
      default -> new SendResult.Unconfirmed("no_reply");
    };
  }

  private static SendResult outcome(int status) {
    return switch (status) {
      case 412, 429, 502, 503, 504 -> new SendResult.Failed("http_" + status);
      default ->
          status < 500
              ? new SendResult.Refused("http_" + status)
              : new SendResult.Unconfirmed("http_" + status);
    };
  }
}
