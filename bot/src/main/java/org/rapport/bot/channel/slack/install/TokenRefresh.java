package org.rapport.bot.channel.slack.install;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.rapport.bot.channel.slack.Pause;
import org.rapport.bot.channel.slack.SlackTeam;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews tokens before they end, each by one process at a time: Slack takes a refresh token once. A
 * token of Slack is good for twelve hours.
 */
final class TokenRefresh {
  /** Longer than Slack may take to reply; whoever died in between blocks nobody for longer. */
  private static final Duration CLAIMED_FOR = Duration.ofSeconds(30);

  static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final int LOOKS = 75;

  private static final Logger log = LoggerFactory.getLogger(TokenRefresh.class);

  private final InstallTable installs;
  private final SlackOAuth slack;
  private final InstantSource clock;
  private final Pause pause;
  private final SlackTrouble trouble;

  TokenRefresh(
      InstallTable installs,
      SlackOAuth slack,
      InstantSource clock,
      Pause pause,
      SlackTrouble trouble) {
    this.installs = installs;
    this.slack = slack;
    this.clock = clock;
    this.pause = pause;
    this.trouble = trouble;
  }

  /**
   * The install with a token that does not end soon, if one can be had. While another process gets
   * it, the old one is used for as long as it is good; then this waits, for a bounded time.
   */
  Install inTime(Install install) {
    Install known = install;
    for (int look = 1; known.isToRenew(clock.instant()); look++) {
      Instant now = clock.instant();
      Optional<Install> claimed = installs.claimRefresh(known.id(), now, now.plus(CLAIMED_FOR));
      if (claimed.isPresent()) {
        return renewed(claimed.get());
      }
      known = asItIsNow(known);
      boolean underWay = !known.refreshFrom().isAfter(now.plus(CLAIMED_FOR));
      if (!known.endsBy(now) || !underWay || look == LOOKS || !pause.passed(BETWEEN_LOOKS)) {
        return known;
      }
    }
    return known;
  }

  /** Renews all that end soon; a thread calls this often. */
  void refreshEnding() {
    for (String id : installs.toRenew(clock.instant())) {
      Instant now = clock.instant();
      installs.claimRefresh(id, now, now.plus(CLAIMED_FOR)).ifPresent(this::renewed);
    }
  }

  private Install renewed(Install install) {
    try {
      String refreshToken = installs.refreshToken(install).orElseThrow();
      return switch (slack.refresh(refreshToken)) {
        case SlackOAuth.Result.Granted(Grant grant) when grant.renewal().isPresent() -> {
          installs.refreshed(install, grant.botToken(), grant.renewal().get());
          yield asItIsNow(install);
        }
        case SlackOAuth.Result.Granted _ -> failed(install, "no_refresh_token");
        case SlackOAuth.Result.Refused refused -> failed(install, refused.reason());
      };
    } catch (Keys.Unopened wrongKeys) {
      log.error("{}", wrongKeys.why());
      return failed(install, "unopened");
    }
  }

  private Install failed(Install install, String reason) {
    trouble.note("a new token", reason);
    installs.refreshFailed(install, clock.instant().plus(AFTER_FAILURE));
    return asItIsNow(install);
  }

  /** Somebody may have installed anew while Slack was asked. */
  private Install asItIsNow(Install before) {
    return installs.find(SlackTeam.workspace(before.id())).orElse(before);
  }
}
