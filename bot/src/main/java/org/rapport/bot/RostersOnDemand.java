package org.rapport.bot;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.rapport.bot.Settings.SlackAccess;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackRosters;
import org.rapport.bot.channel.slack.SlackTokens;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.channel.slack.install.SlackInstalls;
import org.rapport.bot.channel.teams.TeamsChannel;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.store.Store;

/** Who is in the groups of channels, for one command: connects only when it is asked. */
public final class RostersOnDemand implements Rosters {
  private static final Listing OFF = new Listing.Unlisted("channel_not_connected");

  private final Settings settings;
  private final Store store;
  private final InstantSource clock;

  public RostersOnDemand(Settings settings, Store store, InstantSource clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public Listing list(Circle circle, Duration within) {
    return switch (circle.channel()) {
      case SLACK -> settings.slack().map(slack -> inSlack(slack, circle, within)).orElse(OFF);
      case TEAMS ->
          settings
              .teams()
              .map(teams -> TeamsChannel.list(teams, store, clock, circle, within))
              .orElse(OFF);
      case WEB, TERMINAL -> OFF;
    };
  }

  private Listing inSlack(Settings.Slack slack, Circle circle, Duration within) {
    return switch (slack.access()) {
      case SlackAccess.OneWorkspace one ->
          inSlack(slack, new OneToken(one.botToken()), circle, within);
      case SlackAccess.Installs many -> {
        try (SlackInstalls installs =
            new SlackInstalls(
                slack,
                many,
                settings.publicUrl(),
                store,
                new KeyChoice(settings).readOrMake(),
                new AddressEnds(store, clock),
                clock,
                new SimpleMeterRegistry())) {
          yield inSlack(slack, installs.tokens(), circle, within);
        }
      }
    };
  }

  private Listing inSlack(
      Settings.Slack slack, SlackTokens tokens, Circle circle, Duration within) {
    SlackTrouble trouble = new SlackTrouble(new SimpleMeterRegistry());
    try (SlackRosters rosters = new SlackRosters(slack.apiUrl(), tokens, trouble, clock)) {
      return rosters.list(circle, within);
    }
  }
}
