package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import okhttp3.Response;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.message.Message;

/**
 * Sends messages to Slack. Waits and tries again as Slack asks, but only where the message surely
 * did not go out, so that nobody gets it twice.
 */
final class SlackMessenger {
  private static final String VIEWS_OPEN = "views.open";
  private static final int ATTEMPTS = 5;
  private static final Duration UNASKED_WAIT = Duration.ofSeconds(1);
  private static final Set<String> RATE_LIMITED = Set.of("ratelimited", "rate_limited");

  /** Slack says of these that part of the work may have been done. */
  private static final Set<String> UNCERTAIN = Set.of("internal_error", "fatal_error");

  private final Slack slack;
  private final SlackTokens tokens;
  private final URI apiUrl;
  private final Duration retryFor;
  private final Pause pause;
  private final SlackTrouble trouble;

  SlackMessenger(
      Slack slack,
      SlackTokens tokens,
      URI apiUrl,
      Duration retryFor,
      Pause pause,
      SlackTrouble trouble) {
    this.slack = slack;
    this.tokens = tokens;
    this.apiUrl = apiUrl;
    this.retryFor = retryFor;
    this.pause = pause;
    this.trouble = trouble;
  }

  /** Sends the message and says what came of it; never throws for anything that Slack does. */
  SendResult send(Destination destination, Message message) {
    SlackMessage drawn = SlackRenderer.render(message);
    return switch (destination) {
      case Destination.Channel channel ->
          speak(channel.workspace(), "chat.postMessage", bot -> post(bot, channel, drawn));
      case Destination.OnlyFor only ->
          speak(only.workspace(), "chat.postEphemeral", bot -> post(bot, only, drawn));
      case Destination.ResponseUrl response -> respond(response.url(), answer(drawn, false));
    };
  }

  /** Puts a message in the place of the one whose button was pressed; as {@link #send}. */
  SendResult replace(Destination.ResponseUrl response, Message message) {
    return respond(response.url(), answer(SlackRenderer.render(message), true));
  }

  /**
   * Opens a modal; tried once, as a trigger is soon too old.
   *
   * @param workspace whose bot opens it
   * @param trigger what came with the press of a button
   */
  SendResult open(String workspace, String trigger, View view) {
    return asBot(workspace, VIEWS_OPEN, bot -> once(VIEWS_OPEN, () -> post(bot, trigger, view)));
  }

  /**
   * Sends on what would have been an acknowledgement, if it had been ready; as {@link #send}.
   *
   * @param json what Slack takes in an acknowledgement
   */
  SendResult sendOn(Destination.ResponseUrl response, String json) {
    return respond(response.url(), JsonParser.parseString(json));
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

  private static Outcome post(MethodsClient bot, Destination.Channel to, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostMessageResponse response =
        bot.chatPostMessage(request ->
            request
                .channel(to.channel())
                .threadTs(to.thread().orElse(null))
                .text(message.text())
                .blocks(message.blocks()));
    return outcome(response, response.getTs());
  }

  private static Outcome post(MethodsClient bot, Destination.OnlyFor to, SlackMessage message)
      throws IOException, SlackApiException {
    ChatPostEphemeralResponse response =
        bot.chatPostEphemeral(request ->
            request
                .channel(to.channel())
                .user(to.user())
                .threadTs(to.thread().orElse(null))
                .text(message.text())
                .blocks(message.blocks()));
    return outcome(response, response.getMessageTs());
  }

  private static Outcome post(MethodsClient bot, String trigger, View view)
      throws IOException, SlackApiException {
    ViewsOpenResponse response = bot.viewsOpen(request -> request.triggerId(trigger).view(view));
    return outcome(response, VIEWS_OPEN);
  }

  private static ActionResponse answer(SlackMessage message, boolean inPlace) {
    return ActionResponse.builder()
        .responseType(inPlace ? null : "ephemeral")
        .replaceOriginal(inPlace)
        .text(message.text())
        .blocks(message.blocks())
        .build();
  }

  private Outcome post(URI url, Object body) throws IOException {
    try (Response response = slack.getHttpClient().postJsonBody(url.toString(), body)) {
      return response.isSuccessful()
          ? new Outcome.Done(new SendResult.Sent("response_url"))
          : refusal(response);
    }
  }

  private SendResult once(String what, Call call) {
    return switch (outcome(call)) {
      case Outcome.Done done -> noted(what, done.result());
      case Outcome.Later later -> noted(what, new SendResult.Failed(later.reason()));
    };
  }

  private SendResult untilDone(String what, Call call) {
    Duration waited = Duration.ZERO;
    for (int attempt = 1; ; attempt++) {
      switch (outcome(call)) {
        case Outcome.Done done -> {
          return noted(what, done.result());
        }
        case Outcome.Later later -> {
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
      case SendResult.Failed failed -> trouble.note(what, failed.reason());
      case SendResult.Unconfirmed unconfirmed -> trouble.note(what, unconfirmed.reason());
    }
    return result;
  }

  private static Outcome outcome(Call call) {
    try {
      return call.make();
    } catch (SlackHttp.NeverSent unreachable) {
      return new Outcome.Later(UNASKED_WAIT, "unreachable");
    } catch (SlackApiException refused) {
      return refusal(refused.getResponse());
    } catch (IOException lost) {
      return new Outcome.Done(new SendResult.Unconfirmed("no_reply"));
    } catch (JsonParseException garbled) {
      return new Outcome.Done(new SendResult.Unconfirmed("garbled_reply"));
    }
  }

  private static Outcome outcome(SlackApiTextResponse response, String reference) {
    String error = Optional.ofNullable(response.getError()).orElse("unknown");
    if (response.isOk()) {
      return new Outcome.Done(new SendResult.Sent(Optional.ofNullable(reference).orElse("")));
    }
    if (RATE_LIMITED.contains(error)) {
      return new Outcome.Later(UNASKED_WAIT, "rate_limited");
    }
    return new Outcome.Done(
        UNCERTAIN.contains(error)
            ? new SendResult.Unconfirmed(error)
            : new SendResult.Refused(error));
  }

  private static Outcome refusal(Response response) {
    Optional<Duration> asked =
        Optional.ofNullable(response.header("Retry-After")).map(SlackMessenger::seconds);
    String reason = response.code() == 429 ? "rate_limited" : "http_" + response.code();
    if (response.code() == 429 || (response.code() >= 500 && asked.isPresent())) {
      return new Outcome.Later(asked.orElse(UNASKED_WAIT), reason);
    }
    return new Outcome.Done(
        response.code() >= 500
            ? new SendResult.Unconfirmed(reason)
            : new SendResult.Refused(reason));
  }

  private static Duration seconds(String header) {
    return header.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : UNASKED_WAIT;
  }

  /** Something said by the bot of one workspace. */
  private interface Speech {
    Outcome say(MethodsClient bot) throws IOException, SlackApiException;
  }

  private interface Call {
    Outcome make() throws IOException, SlackApiException;
  }

  /** What one attempt came to. */
  private sealed interface Outcome {
    record Done(SendResult result) implements Outcome {}

    record Later(Duration after, String reason) implements Outcome {}
  }
}
