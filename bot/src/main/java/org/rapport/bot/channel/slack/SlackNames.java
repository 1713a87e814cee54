package org.rapport.bot.channel.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.User;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Names;

/** Asks Slack what its people are called, for those who read elsewhere. */
final class SlackNames implements Names, AutoCloseable {
  /** Somebody may wait for it, and can do without. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Slack slack;
  private final SlackTokens tokens;
  private final SlackTrouble trouble;

  SlackNames(URI apiUrl, SlackTokens tokens, SlackTrouble trouble) {
    this.slack = SlackHttp.client(apiUrl, PATIENCE);
    this.tokens = tokens;
    this.trouble = trouble;
  }

  @Override
  public Optional<String> of(Address who) {
    return tokens.in(SlackTeam.workspace(who.workspace()))
            instanceof SlackTokens.BotToken.Good token
        ? ask(who.user(), token.value())
        : Optional.empty();
  }

  private Optional<String> ask(String user, String token) {
    try {
      UsersInfoResponse response = slack.methods(token).usersInfo(request -> request.user(user));
      return Optional.ofNullable(response.getUser()).map(User::getRealName);
    } catch (IOException | SlackApiException | JsonParseException untold) {
      trouble.note("users.info", "untold");
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    SlackHttp.close(slack);
  }
}
