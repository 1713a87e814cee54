package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/**
 * Writes to people in their own chat with the bot. The id of a delivery goes out as metadata of the
 * message, by which its history tells whether it arrived.
 */
public final class SlackChannel implements Channel, AutoCloseable {
  static final String EVENT = "rapport_delivery";
  static final String DELIVERY = "delivery";
  private static final String POST = "chat.postMessage";

  /** Of these nothing can be sent to the person any more; from Slack's page of the method. */
  private static final Map<String, String> GONE =
      Map.of(
          "channel_not_found", SendResult.Gone.NO_ADDRESS,
          "is_archived", SendResult.Gone.NO_ADDRESS,
          "not_in_channel", SendResult.Gone.NO_ADDRESS,
          "cannot_dm_bot", SendResult.Gone.NO_ADDRESS,
          "user_not_found", SendResult.Gone.LEFT,
          "users_not_found", SendResult.Gone.LEFT,
          "user_not_visible", SendResult.Gone.LEFT,
          "user_disabled", SendResult.Gone.LEFT,
          // The app was removed and the event that says so never came.
          "account_inactive", SendResult.Gone.BOT_NOT_INSTALLED,
          "token_revoked", SendResult.Gone.BOT_NOT_INSTALLED);

  /** These are about the bot and may be mended: no person is given up for them at once. */
  private static final Set<String> TOKEN =
      Set.of(
          "not_authed",
          "invalid_auth",
          "token_expired",
          "missing_scope",
          "org_login_required",
          "team_access_not_granted",
          "ekm_access_denied",
          "access_denied");

  private final Slack slack;
  private final SlackTokens tokens;
  private final SlackHistory history;
  private final SlackTrouble trouble;

  /**
   * @param tokens what to speak with in each workspace
   * @param metrics counts what Slack did not take
   */
  public SlackChannel(URI apiUrl, SlackTokens tokens, MeterRegistry metrics) {
    this(SlackHttp.client(apiUrl), tokens, new SlackTrouble(metrics));
  }

  SlackChannel(Slack slack, SlackTokens tokens, SlackTrouble trouble) {
    this.slack = slack;
    this.tokens = tokens;
    this.history = new SlackHistory();
    this.trouble = trouble;
  }

  @Override
  public SendResult send(Address to, Message message, String deliveryId) {
    return switch (tokens.in(SlackTeam.workspace(to.workspace()))) {
      case SlackTokens.BotToken.Good token ->
          result(Attempt.at(() -> post(slack.methods(token.value()), to, message, deliveryId)));
      case SlackTokens.BotToken.NotInstalled _ ->
          new SendResult.Gone(SendResult.Gone.BOT_NOT_INSTALLED);
      case SlackTokens.BotToken.Away away -> new SendResult.Failed(away.reason());
    };
  }

  @Override
  public Sighting find(Address to, String deliveryId, Instant since) {
    return switch (tokens.in(SlackTeam.workspace(to.workspace()))) {
      case SlackTokens.BotToken.Good token ->
          history.find(slack.methods(token.value()), to.user(), deliveryId, since);
      case SlackTokens.BotToken.NotInstalled _ -> new Sighting.CannotTell();
      case SlackTokens.BotToken.Away _ -> new Sighting.AskAgain(SlackHistory.SOON);
    };
  }

  @Override
  public void close() {
    SlackHttp.close(slack);
  }

  private static Attempt post(MethodsClient bot, Address to, Message message, String deliveryId)
      throws IOException, SlackApiException {
    SlackMessage drawn = SlackRenderer.render(message);
    ChatPostMessageResponse response =
        bot.chatPostMessage(request ->
            request
                .channel(to.user())
                .text(drawn.text())
                .blocks(drawn.blocks())
                .unfurlLinks(false)
                .metadata(SlackHistory.mark(deliveryId)));
    return Attempt.read(response, response.getTs());
  }

  private SendResult result(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Done done -> sorted(done.result());
      case Attempt.Later later -> {
        trouble.note(POST, later.reason());
        yield later.reason().equals(Attempt.UNREACHABLE)
            ? new SendResult.Failed(later.reason())
            : new SendResult.Throttled(later.after());
      }
    };
  }

  private SendResult sorted(SendResult result) {
    if (!(result instanceof SendResult.Refused refused)) {
      return result;
    }
    String gone = GONE.get(refused.reason());
    if (gone != null) {
      return new SendResult.Gone(gone);
    }
    trouble.note(POST, refused.reason());
    return TOKEN.contains(refused.reason()) ? new SendResult.Failed(refused.reason()) : refused;
  }
}
