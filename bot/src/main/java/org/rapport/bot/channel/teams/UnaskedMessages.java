package org.rapport.bot.channel.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.connector.Channels;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.Conversations;
import com.microsoft.bot.restclient.RestException;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.ConversationAccount;
import com.microsoft.bot.schema.ConversationParameters;
import com.microsoft.bot.schema.ConversationResourceResponse;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.teams.PersonalChats.Reached;
import org.rapport.bot.message.Message;
import org.rapport.bot.store.StoreAway;

/**
 * Writes to people in their own chat with the bot and to channels, although nobody just wrote
 * there. Never throws for anything that Teams or the database does.
 */
final class UnaskedMessages {
  private final TeamsReferences references;
  private final PersonalChats chats;
  private final Function<String, ConnectorClient> connectors;
  private final TeamsErrors errors;

  /**
   * @param connectors by service address
   */
  UnaskedMessages(
      TeamsReferences references,
      Function<String, ConnectorClient> connectors,
      TeamsErrors errors) {
    this.references = references;
    this.chats = new PersonalChats(references, connectors, errors);
    this.connectors = connectors;
    this.errors = errors;
  }

  /** Sends it to somebody; {@code Sent} has Teams' own id of the message. */
  SendResult send(Address to, Message message) {
    return unlessAway(() -> inChat(to, message, TeamsPosted::activity));
  }

  /** Posts what may be changed later; {@code Sent} has the reference for {@link #update}. */
  SendResult post(Place where, Message message) {
    return unlessAway(() ->
        where.isChat()
            ? inChat(where.reader(), message, TeamsPosted::reference)
            : inConversation(where, message));
  }

  /** Puts a message in the place of one that was posted there. */
  SendResult update(Place where, TeamsPosted posted, Message message) {
    return unlessAway(() ->
        switch (references.at(where.reader(), TeamsPeople.chat(posted.conversation()))) {
          case Whereabouts.Open open -> change(open.chat(), posted, message);
          case Whereabouts.Ended ended -> new SendResult.Refused(ended.reason());
          case Whereabouts.Unknown _ -> new SendResult.Refused(TeamsReferences.UNINSTALLED);
        });
  }

  private SendResult inChat(Address to, Message message, Function<TeamsPosted, String> named) {
    return switch (chats.of(to)) {
      case Reached.At at -> say(at.chat(), message, named);
      case Reached.Not(SendResult why) -> why;
    };
  }

  /** A conversation of several people, where others may want to press its buttons too. */
  private SendResult inConversation(Place where, Message message) {
    return switch (references.at(where.reader(), TeamsPeople.chat(where.id()))) {
      case Whereabouts.Open(TeamsReference there) ->
          switch (there.scope()) {
            case CHANNEL -> begin(there, message);
            case GROUP -> say(there, message, TeamsPosted::reference);
            case PERSONAL -> new SendResult.Refused("personal_chat");
          };
      case Whereabouts.Ended ended -> new SendResult.Refused(ended.reason());
      case Whereabouts.Unknown _ -> new SendResult.Refused(TeamsReferences.UNINSTALLED);
    };
  }

  private SendResult say(
      TeamsReference chat, Message message, Function<TeamsPosted, String> named) {
    return attempt(
        chat,
        () -> {
          String id =
              conversations(chat)
                  .sendToConversation(chat.conversation(), activity(chat, message))
                  .join()
                  .getId();
          return named.apply(new TeamsPosted(chat.conversation(), id));
        });
  }

  /** In a channel a message begins a thread, which is a conversation of its own. */
  private SendResult begin(TeamsReference channel, Message message) {
    return attempt(
        channel,
        () -> {
          ConversationResourceResponse thread =
              conversations(channel).createConversation(thread(channel, message)).join();
          return new TeamsPosted(thread.getId(), thread.getActivityId()).reference();
        });
  }

  private static ConversationParameters thread(TeamsReference channel, Message message) {
    ConversationParameters parameters = new ConversationParameters();
    parameters.setIsGroup(true);
    parameters.setBot(new ChannelAccount(channel.bot()));
    parameters.setTenantId(channel.tenant());
    ObjectNode channelData = TeamsJson.MAPPER.createObjectNode();
    channelData.putObject("channel").put("id", channel.conversation());
    channelData.putObject("tenant").put("id", channel.tenant());
    parameters.setChannelData(channelData);
    parameters.setActivity(TeamsSender.card(message, Surface.SHARED));
    return parameters;
  }

  /** A message that is no longer there ends no conversation. */
  private SendResult change(TeamsReference chat, TeamsPosted posted, Message message) {
    Activity activity = activity(chat, message);
    activity.setId(posted.activity());
    activity.setConversation(new ConversationAccount(posted.conversation()));
    try {
      conversations(chat).updateActivity(posted.conversation(), posted.activity(), activity).join();
      return new SendResult.Sent(posted.reference());
    } catch (CompletionException | RestException failed) {
      TeamsFailure failure = TeamsFailure.of(failed);
      return UnaskedOutcome.isNowhere(failure)
          ? noted(new SendResult.Refused("message_gone"))
          : failed(chat, failure, Optional.empty());
    }
  }

  private static Activity activity(TeamsReference chat, Message message) {
    boolean isPersonal = chat.scope() == TeamsReference.Scope.PERSONAL;
    Activity activity = TeamsSender.card(message, isPersonal ? Surface.PERSONAL : Surface.SHARED);
    activity.setChannelId(Channels.MSTEAMS);
    activity.setServiceUrl(chat.serviceUrl());
    activity.setFrom(new ChannelAccount(chat.bot()));
    if (isPersonal) {
      activity.setRecipient(new ChannelAccount(chat.member()));
    }
    activity.setConversation(new ConversationAccount(chat.conversation()));
    return activity;
  }

  private Conversations conversations(TeamsReference near) {
    return connectors.apply(near.serviceUrl()).getConversations();
  }

  private SendResult attempt(TeamsReference chat, Supplier<String> send) {
    try {
      return new SendResult.Sent(send.get());
    } catch (CompletionException | RestException failed) {
      TeamsFailure failure = TeamsFailure.of(failed);
      Optional<String> nowhere =
          UnaskedOutcome.isNowhere(failure)
              ? Optional.of(SendResult.Gone.NO_ADDRESS)
              : Optional.empty();
      return failed(chat, failure, nowhere);
    }
  }

  private SendResult failed(TeamsReference chat, TeamsFailure failure, Optional<String> end) {
    end.or(() -> UnaskedOutcome.end(failure))
        .ifPresent(reason -> references.end(chat.tenant(), chat.conversation(), reason));
    return noted(UnaskedOutcome.said(failure));
  }

  private SendResult noted(SendResult result) {
    errors.note(result);
    return result;
  }

  private static SendResult unlessAway(Supplier<SendResult> attempt) {
    try {
      return attempt.get();
    } catch (StoreAway away) {
      return new SendResult.Failed("store_away");
    }
  }
}
