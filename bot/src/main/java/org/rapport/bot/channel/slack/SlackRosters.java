package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;

/** Who is in user groups and channels of Slack. */
public final class SlackRosters implements Rosters, AutoCloseable {
  private final Slack slack;
  private final SlackTokens tokens;
  private final SlackTrouble trouble;
  private final InstantSource clock;
  private final Pause pause;

  /**
   * @param tokens what to speak with in each workspace
   */
  public SlackRosters(URI apiUrl, SlackTokens tokens, SlackTrouble trouble, InstantSource clock) {
    this(apiUrl, tokens, trouble, clock, Pause.REAL);
  }

  SlackRosters(
      URI apiUrl, SlackTokens tokens, SlackTrouble trouble, InstantSource clock, Pause pause) {
    this.slack = SlackHttp.client(apiUrl);
    this.tokens = tokens;
    this.trouble = trouble;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Listing list(Circle circle, Duration within) {
    return switch (tokens.in(SlackTeam.workspace(circle.workspace()))) {
      case SlackTokens.BotToken.Good token -> list(circle, token, within);
      case SlackTokens.BotToken.NotInstalled _ -> new Listing.Unlisted("bot_not_installed");
      case SlackTokens.BotToken.Away away -> new Listing.Unlisted(away.reason());
    };
  }

  private Listing list(Circle circle, SlackTokens.BotToken.Good token, Duration within) {
    MethodsClient methods = slack.methods(token.value());
    SlackAsking asking = new SlackAsking(clock, pause, within);
    SlackTeam team = SlackTeam.workspace(circle.workspace());
    try {
      return switch (circle.kind()) {
        case USER_GROUP ->
            new SlackUserGroup(methods, asking, team, token.gridWide()).list(circle.id());
        case CHANNEL ->
            new SlackChannelMembers(methods, asking, team, token.gridWide()).list(circle.id());
        case WORKSPACE -> new SlackEverybody(methods, asking, team, token.gridWide()).list();
        case TEAM -> new Listing.Unlisted("not_in_slack");
      };
    } catch (SlackAsking.Unanswered unanswered) {
      trouble.note("reading who is in a group", unanswered.reason());
      return new Listing.Unlisted(unanswered.reason());
    }
  }

  @Override
  public void close() {
    SlackHttp.close(slack);
  }
}
