package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.rapport.bot.channel.Sighting;

/**
 * Looks for a message in somebody's chat with the bot, or in a channel. That it is not there is
 * said only if all that the bot wrote at the time is seen with its metadata.
 */
final class SlackHistory {
  /** When to ask again if Slack does not say. */
  static final Duration SOON = Duration.ofMinutes(1);

  /** Slack's clock and ours may differ, and a message may be on its way for a while. */
  private static final Duration BEFORE = Duration.ofMinutes(2);

  private static final Duration AFTER = Duration.ofMinutes(5);

  /** Most that Slack shows to apps outside its Marketplace. */
  private static final int MOST = 15;

  private static final Set<String> PASSING =
      Set.of("ratelimited", "rate_limited", "internal_error", "fatal_error", "request_timeout");

  /** What a message carries so that it is found. */
  static Message.Metadata mark(String deliveryId) {
    return Message.Metadata.builder()
        .eventType(SlackChannel.EVENT)
        .eventPayload(Map.of(SlackChannel.DELIVERY, deliveryId))
        .build();
  }

  /**
   * @param user whose chat with the bot it is
   * @param since when the message was sent at the earliest
   */
  Sighting find(MethodsClient bot, String user, String deliveryId, Instant since) {
    return told(() -> inChat(bot, user, deliveryId, since, (_, ts) -> ts));
  }

  /** As {@link #find}, with the reference of a message that can be changed. */
  Sighting posted(MethodsClient bot, String user, String id, Instant since) {
    return told(() -> inChat(bot, user, id, since, SlackHistory::reference));
  }

  /** The same in a channel. */
  Sighting postedIn(MethodsClient bot, String channel, String id, Instant since) {
    return told(() -> in(bot, channel, id, since, SlackHistory::reference));
  }

  private static String reference(String channel, String ts) {
    return new SlackPosted(channel, ts).reference();
  }

  private static Sighting inChat(
      MethodsClient bot, String user, String id, Instant since, BinaryOperator<String> named)
      throws IOException, SlackApiException {
    ConversationsOpenResponse chat = bot.conversationsOpen(request -> request.users(List.of(user)));
    return chat.isOk() && chat.getChannel() != null
        ? in(bot, chat.getChannel().getId(), id, since, named)
        : untold(chat);
  }

  private static Sighting in(
      MethodsClient bot, String channel, String id, Instant since, BinaryOperator<String> named)
      throws IOException, SlackApiException {
    ConversationsHistoryResponse history =
        bot.conversationsHistory(request ->
            request
                .channel(channel)
                .oldest(timestamp(since.minus(BEFORE)))
                .latest(timestamp(since.plus(AFTER)))
                .limit(MOST)
                .includeAllMetadata(true));
    return history.isOk() && history.getMessages() != null
        ? look(history, id, ts -> named.apply(channel, ts))
        : untold(history);
  }

  private static Sighting told(Look look) {
    try {
      return look.sighting();
    } catch (SlackApiException refused) {
      return Attempt.read(refused.getResponse()) instanceof Attempt.Later later
          ? new Sighting.AskAgain(later.after())
          : new Sighting.AskAgain(SOON);
    } catch (IOException | JsonParseException lost) {
      return new Sighting.AskAgain(SOON);
    }
  }

  /** A look at what Slack shows. */
  private interface Look {
    Sighting sighting() throws IOException, SlackApiException;
  }

  private static Sighting look(
      ConversationsHistoryResponse history, String deliveryId, UnaryOperator<String> named) {
    List<Message> messages = history.getMessages();
    Optional<String> found =
        messages.stream()
            .filter(message -> deliveryId.equals(delivery(message).orElse("")))
            .map(Message::getTs)
            .map(named)
            .findFirst();
    boolean isAll =
        !history.isHasMore()
            && messages.stream()
                .allMatch(message -> message.getBotId() == null || delivery(message).isPresent());
    return found
        .<Sighting>map(Sighting.Seen::new)
        .orElseGet(() -> isAll ? new Sighting.NotThere() : new Sighting.CannotTell());
  }

  private static Optional<String> delivery(Message message) {
    return Optional.ofNullable(message.getMetadata())
        .filter(metadata -> SlackChannel.EVENT.equals(metadata.getEventType()))
        .map(Message.Metadata::getEventPayload)
        .map(payload -> payload.get(SlackChannel.DELIVERY))
        .map(Object::toString);
  }

  private static Sighting untold(SlackApiTextResponse response) {
    return PASSING.contains(Optional.ofNullable(response.getError()).orElse(""))
        ? new Sighting.AskAgain(SOON)
        : new Sighting.CannotTell();
  }

  private static String timestamp(Instant at) {
    return at.getEpochSecond() + ".000000";
  }
}
