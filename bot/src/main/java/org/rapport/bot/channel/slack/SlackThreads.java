package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.knowledge.Question;

/**
 * What people said in a thread before they mentioned the bot in it: read where the workspace lets
 * the bot read channels, used for the one question, and kept nowhere. Where it does not, or Slack
 * does not tell at once, nothing was said.
 */
final class SlackThreads implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Slack gives apps outside its Marketplace no more at once (its changelog of 29 May 2025). */
  private static final int MOST_READ = 15;

  private static final Duration BACK = Duration.ofDays(1);

  /** How long a workspace that does not let the bot read is not asked again. */
  private static final Duration REFUSED_FOR = Duration.ofHours(1);

  private static final int MOST_REMEMBERED = 10_000;

  private final Slack slack;
  private final SlackTokens tokens;
  private final InstantSource clock;
  private final SlackTrouble trouble;
  private final Map<String, Instant> refusedUntil = new ConcurrentHashMap<>();

  SlackThreads(URI apiUrl, SlackTokens tokens, InstantSource clock, SlackTrouble trouble) {
    this.slack = SlackHttp.client(apiUrl, PATIENCE);
    this.tokens = tokens;
    this.clock = clock;
    this.trouble = trouble;
  }

  /**
   * What people said in a thread, the newest last, at most {@link Question#MOST_EARLIER}; never
   * throws for anything that Slack does.
   *
   * @param before the time stamp of the message that mentions the bot
   */
  List<String> before(Destination.Channel thread, String before) {
    String channel = thread.workspace() + ":" + thread.channel();
    Instant until = refusedUntil.getOrDefault(channel, Instant.MIN);
    if (thread.thread().isEmpty()
        || clock.instant().isBefore(until)
        || !(tokens.in(SlackTeam.workspace(thread.workspace()))
            instanceof SlackTokens.BotToken.Good token)) {
      return List.of();
    }
    Optional<ConversationsRepliesResponse> told = ask(thread, before, token.value());
    if (told.isEmpty() || !told.get().isOk()) {
      refuse(channel, told);
      return List.of();
    }
    return said(told.get().getMessages(), before);
  }

  @Override
  public void close() {
    SlackHttp.close(slack);
  }

  private Optional<ConversationsRepliesResponse> ask(
      Destination.Channel thread, String before, String token) {
    try {
      return Optional.of(
          slack
              .methods(token)
              .conversationsReplies(request ->
                  request
                      .channel(thread.channel())
                      .ts(thread.thread().orElseThrow())
                      .oldest("" + clock.instant().minus(BACK).getEpochSecond())
                      .latest(before)
                      .limit(MOST_READ)));
    } catch (SlackApiException | IOException | JsonParseException untold) {
      return Optional.empty();
    }
  }

  private void refuse(String channel, Optional<ConversationsRepliesResponse> told) {
    String why = told.map(ConversationsRepliesResponse::getError).orElse("untold");
    if (refusedUntil.size() > MOST_REMEMBERED) {
      refusedUntil.values().removeIf(until -> clock.instant().isAfter(until));
    }
    if (why.equals("missing_scope") || why.equals("not_in_channel")) {
      refusedUntil.put(channel, clock.instant().plus(REFUSED_FOR));
    } else {
      trouble.note("conversations.replies", why);
    }
  }

  private static List<String> said(List<Message> messages, String before) {
    List<String> said =
        messages.stream()
            .filter(message -> message.getUser() != null && message.getBotId() == null)
            .filter(message -> message.getSubtype() == null && !before.equals(message.getTs()))
            .map(message -> Optional.ofNullable(message.getText()).orElse(""))
            .map(text -> Mrkdwn.read(text.replaceAll("<@[^<>]*>", " ")))
            .filter(words -> !words.isBlank())
            .toList();
    return said.subList(Math.max(0, said.size() - Question.MOST_EARLIER), said.size());
  }
}
