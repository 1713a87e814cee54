package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Response;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.inbox.Answering;
import org.rapport.bot.message.Message;

/**
 * Sends messages to Slack. Waits and tries again as Slack asks, but only where the message surely
 * did not go out, so that nobody gets it twice.
 */
final class SlackMessenger {
  private static final int ATTEMPTS = 5;

  private final Slack slack;
  private final SlackTokens tokens;
  private final URI apiUrl;
  private final Duration retryFor;
  private final Pause pause;
  private final SlackTrouble trouble;
  private final ShareOffer offer;
  private final SlackHistory history = new SlackHistory();

  /**
   * @param offer stands under answers that one person alone sees
   */
  SlackMessenger(
      Slack slack,
      SlackTokens tokens,
      URI apiUrl,
      Duration retryFor,
      Pause pause,
      SlackTrouble trouble,
      ShareOffer offer) {
    this.slack = slack;
    this.tokens = tokens;
    this.apiUrl = apiUrl;
    this.retryFor = retryFor;
    this.pause = pause;
    this.trouble = trouble;
    this.offer = offer;
  }

  /** Sends the message and says what came of it; never throws for anything that Slack does. */
  SendResult send(Destination destination, Message message) {
    return Answering.send(() -> sendNow(destination, message));
  }

  /**
   * Sends what may be changed later; its reference is for {@link #update}. As {@link #send}.
   *
   * @param id goes out as metadata, for {@link #find}
   */
  SendResult post(Destination.Channel to, Message message, String id) {
    SlackMessage drawn = SlackRenderer.render(message);
    return speak(to.workspace(), "chat.postMessage", bot -> posted(bot, to, drawn, id));
  }

  /** Looks in somebody's chat with the bot for what was posted under an id. */
  Sighting find(Address person, String id, Instant since) {
    return look(person.workspace(), bot -> history.posted(bot, person.user(), id, since));
  }

  /** Looks in a channel for what was posted under an id. */
  Sighting find(String workspace, String channel, String id, Instant since) {
    return look(workspace, bot -> history.postedIn(bot, channel, id, since));
  }

  private Sighting look(String workspace, Function<MethodsClient, Sighting> look) {
    return switch (tokens.in(SlackTeam.workspace(workspace))) {
      case SlackTokens.BotToken.Good token -> look.apply(slack.methods(token.value()));
      case SlackTokens.BotToken.NotInstalled _ -> new Sighting.CannotTell();
      case SlackTokens.BotToken.Away _ -> new Sighting.AskAgain(SlackHistory.SOON);
    };
  }

  /** Puts a message in the place of one that was posted; as {@link #send}. */
  SendResult update(String workspace, SlackPosted posted, Message message) {
    SlackMessage drawn = SlackRenderer.render(message);
    return speak(workspace, "chat.update", bot -> changed(bot, posted, drawn));
  }

  /** Puts a message in the place of the one whose button was pressed; as {@link #send}. */
  SendResult replace(Destination.ResponseUrl response, Message message) {
    return Answering.send(() -> respond(response.url(), answer(forOne(message), true)));
  }

  /** A message for one person alone. */
  SlackMessage forOne(Message message) {
    return SlackRenderer.render(message).with(offer.under(message));
  }

  /** Says something where all can read it, by a URL that Slack made for this; as {@link #send}. */
  SendResult publish(Destination.ResponseUrl response, Message message) {
    SlackMessage drawn = SlackRenderer.render(message);
    ActionResponse said =
        ActionResponse.builder()
            .responseType("in_channel")
            .text(drawn.text())
            .blocks(drawn.blocks())
            .build();
    return Answering.send(() -> respond(response.url(), said));
  }

  /**
   * Calls one of Slack's methods, once, with the token of the workspace; never throws for anything
   * that Slack does.
   *
   * @param method its name
   */
  SendResult once(String workspace, String method, BotCall call) {
    return asBot(
        workspace, method, bot -> once(method, () -> Attempt.read(call.with(bot), method)));
  }

  /**
   * Sends on what would have been an acknowledgement, if it had been ready; as {@link #send}.
   *
   * @param json what Slack takes in an acknowledgement
   */
  SendResult sendOn(Destination.ResponseUrl response, String json) {
    return Answering.send(() -> respond(response.url(), JsonParser.parseString(json)));
  }

  /** Whether a direct message is still empty; if Slack does not tell, it is taken as used. */
  boolean isEmpty(Destination.Channel conversation) {
    if (!(tokens.in(SlackTeam.workspace(conversation.workspace()))
        instanceof SlackTokens.BotToken.Good token)) {
      return false;
    }
    try {
      ConversationsHistoryResponse history =
          slack
              .methods(token.value())
              .conversationsHistory(request -> request.channel(conversation.channel()).limit(1));
      return history.isOk() && history.getMessages().isEmpty();
    } catch (IOException | SlackApiException | JsonParseException untold) {
      trouble.note("conversations.history", "untold");
      return false;
    }
  }

  private SendResult sendNow(Destination destination, Message message) {
    SlackMessage drawn = destination.isPrivate() ? forOne(message) : SlackRenderer.render(message);
    return switch (destination) {
      case Destination.Channel channel ->
          speak(channel.workspace(), "chat.postMessage", bot -> post(bot, channel, drawn));
      case Destination.OnlyFor only ->
          speak(only.workspace(), "chat.postEphemeral", bot -> post(bot, only, drawn));
      case Destination.ResponseUrl response -> respond(response.url(), answer(drawn, false));
    };
  }

  private SendResult speak(String workspace, String what, Speech speech) {
    return asBot(workspace, what, bot -> untilDone(what, () -> speech.say(bot)));
  }

  /** Speaks with the token of the workspace, if there is one; never with another's. */
  private SendResult asBot(
      String workspace, String what, Function<MethodsClient, SendResult> speech) {
    return switch (tokens.in(SlackTeam.workspace(workspace))) {
      case SlackTokens.BotToken.Good token -> speech.apply(slack.methods(token.value()));
      case SlackTokens.BotToken.NotInstalled _ ->
          noted(what, new SendResult.Refused("not_installed"));
      case SlackTokens.BotToken.Away away -> noted(what, new SendResult.Failed(away.reason()));
    };
  }

  private SendResult respond(URI url, Object body) {
    if (!isSlacks(url)) {
      trouble.note("response_url", "foreign_address");
      return new SendResult.Refused("foreign_address");
    }
    return untilDone("response_url", () -> post(url, body));
  }

  /** Only Slack's own hosts are written to, whatever a payload says. */
  private boolean isSlacks(URI url) {
    String host = Optional.ofNullable(url.getHost()).orElse("");
    return apiUrl.getScheme().equals(url.getScheme())
        && (host.equals(apiUrl.getHost()) || host.equals("hooks." + apiUrl.getHost()));
  }

  private static Attempt post(MethodsClient bot, Destination.Channel to, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostMessageResponse response = bot.chatPostMessage(request -> said(request, to, message));
    return Attempt.read(response, response.getTs());
  }

  /** Slack names the direct message that it opened for a person; only there it can be changed. */
  private static Attempt posted(
      MethodsClient bot, Destination.Channel to, SlackMessage message, String id)
      throws IOException, SlackApiException {
    ChatPostMessageResponse response =
        bot.chatPostMessage(request -> said(request, to, message).metadata(SlackHistory.mark(id)));
    String channel = Optional.ofNullable(response.getChannel()).orElse(to.channel());
    return Attempt.read(response, new SlackPosted(channel, response.getTs()).reference());
  }

  private static ChatPostMessageRequest.ChatPostMessageRequestBuilder said(
      ChatPostMessageRequest.ChatPostMessageRequestBuilder request,
      Destination.Channel to,
      SlackMessage message) {
    return request
        .channel(to.channel())
        .threadTs(to.thread().orElse(null))
        .text(message.text())
        .blocks(message.blocks());
  }

  private static Attempt changed(MethodsClient bot, SlackPosted posted, SlackMessage message)
      throws IOException, SlackApiException {
    ChatUpdateResponse response =
        bot.chatUpdate(request ->
            request
                .channel(posted.channel())
                .ts(posted.ts())
                .text(message.text())
                .blocks(message.blocks()));
    return Attempt.read(response, posted.reference());
  }

  private static Attempt post(MethodsClient bot, Destination.OnlyFor to, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostEphemeralResponse response =
        bot.chatPostEphemeral(request ->
            request
                .channel(to.channel())
                .user(to.user())
                .threadTs(to.thread().orElse(null))
                .text(message.text())
                .blocks(message.blocks()));
    return Attempt.read(response, response.getMessageTs());
  }

  private static ActionResponse answer(SlackMessage message, boolean inPlace) {
    return ActionResponse.builder()
        .responseType(inPlace ? null : "ephemeral")
        .replaceOriginal(inPlace)
        .text(message.text())
        .blocks(message.blocks())
        .build();
  }

  private Attempt post(URI url, Object body) throws IOException {
    try (Response response = slack.getHttpClient().postJsonBody(url.toString(), body)) {
      return response.isSuccessful()
          ? new Attempt.Done(new SendResult.Sent("response_url"))
          : Attempt.read(response);
    }
  }

  private SendResult once(String what, Attempt.Call call) {
    return switch (Attempt.at(call)) {
      case Attempt.Done done -> noted(what, done.result());
      case Attempt.Later later -> noted(what, new SendResult.Failed(later.reason()));
    };
  }

  private SendResult untilDone(String what, Attempt.Call call) {
    Duration waited = Duration.ZERO;
    for (int attempt = 1; ; attempt++) {
      switch (Attempt.at(call)) {
        case Attempt.Done done -> {
          return noted(what, done.result());
        }
        case Attempt.Later later -> {
          waited = waited.plus(later.after());
          if (attempt == ATTEMPTS
              || waited.compareTo(retryFor) > 0
              || !pause.passed(later.after())) {
            return noted(what, new SendResult.Failed(later.reason()));
          }
        }
      }
    }
  }

  private SendResult noted(String what, SendResult result) {
    switch (result) {
      case SendResult.Sent sent -> {}
      case SendResult.Refused refused -> trouble.note(what, refused.reason());
      case SendResult.Gone gone -> trouble.note(what, gone.reason());
      case SendResult.Throttled throttled -> trouble.note(what, "rate_limited");
      case SendResult.Failed failed -> trouble.note(what, failed.reason());
      case SendResult.Unconfirmed unconfirmed -> trouble.note(what, unconfirmed.reason());
    }
    return result;
  }

  /** A call of one method of Slack's. */
  interface BotCall {
    SlackApiTextResponse with(MethodsClient bot) throws IOException, SlackApiException;
  }

  /** Something said by the bot of one workspace. */
  private interface Speech {
    Attempt say(MethodsClient bot) throws IOException, SlackApiException;
  }
}
