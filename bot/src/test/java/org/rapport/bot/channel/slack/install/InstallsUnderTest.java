package org.rapport.bot.channel.slack.install;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.slack.FakeSlack;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.channel.slack.SlackTokens.BotToken;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Store;

/** The installs of one replica, at a time that the test sets. */
final class InstallsUnderTest {
  static final Keys KEYS = Keys.of("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  static final Keys ROTATED =
      Keys.of(
          "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=,"
              + "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  static final URI PUBLIC_URL = URI.create("https://rapport.example.nhs.uk");

  private InstallsUnderTest() {}

  static SlackInstalls replica(
      FakeSlack slack, Store store, Keys keys, AtomicReference<Instant> now) {
    InstantSource clock = now::get;
    Settings.SlackAccess.Installs app = new Settings.SlackAccess.Installs("1.2", "client-secret");
    return new SlackInstalls(
        new Settings.Slack("signing-secret", app, slack.apiUrl()),
        app,
        PUBLIC_URL,
        store,
        keys,
        new AddressEnds(store, clock),
        clock,
        new SimpleMeterRegistry());
  }

  /** The token for a workspace; empty words for none. */
  static String token(SlackInstalls installs, SlackTeam team) {
    return switch (installs.tokens().in(team)) {
      case BotToken.Good good -> good.value();
      case BotToken.NotInstalled _ -> "not installed";
      case BotToken.Away away -> away.reason();
    };
  }
}
