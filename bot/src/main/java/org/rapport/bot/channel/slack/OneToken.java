package org.rapport.bot.channel.slack;

import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token of an app that is made for one workspace; it comes from the settings. */
public final class OneToken implements SlackTokens {
  private static final Logger log = LoggerFactory.getLogger(OneToken.class);

  private final BotToken.Good token;
  private final Consumer<String> removed;

  public OneToken(String token) {
    this(token, _ -> {});
  }

  /**
   * @param removed is told the workspace when Rapport was removed from it
   */
  public OneToken(String token, Consumer<String> removed) {
    this.token = new BotToken.Good(token, false);
    this.removed = removed;
  }

  @Override
  public BotToken in(SlackTeam team) {
    return token;
  }

  @Override
  public boolean installed(SlackTeam team) {
    return true;
  }

  @Override
  public void belongs(String workspace, SlackTeam installed) {
    // There is one workspace.
  }

  @Override
  public void uninstalled(SlackTeam team, Instant at) {
    log.warn(
        "Rapport was removed from its Slack workspace; install the app again, and start Rapport"
            + " with its new token");
    removed.accept(team.id());
  }

  @Override
  public void revoked(SlackTeam team, Set<String> bots, Instant at) {
    log.warn("Tokens of the Slack workspace were revoked; if Slack refuses, copy the token anew");
  }
}
