package org.rapport.bot.channel.slack.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rapport.bot.store.Leases;

/**
 * An install as the database keeps it, with the tokens sealed.
 *
 * @param id of the workspace or the Grid
 * @param refreshToken empty where tokens do not expire
 * @param expiresAt when the bot's token ends; empty where it does not
 * @param refreshFrom nobody refreshes before this time
 */
record Install(
    String id,
    String name,
    boolean gridWide,
    String botToken,
    Optional<String> refreshToken,
    Optional<Instant> expiresAt,
    Instant refreshFrom) {

  /** How long before its end a token is renewed. */
  static final Duration EARLY = Duration.ofHours(2);

  /** A token of Slack is good for twelve hours; Slack may say otherwise, and is asked earlier. */
  static final Duration LONGEST_LIFE = Duration.ofHours(12);

  /** Whether the token ends soon, or nobody knows when as the clock was put back. */
  boolean isToRenew(Instant now) {
    Instant furthest = Leases.furthestEnd(now, LONGEST_LIFE);
    return expiresAt
        .filter(end -> !end.isAfter(now.plus(EARLY)) || end.isAfter(furthest))
        .isPresent();
  }

  boolean endsBy(Instant time) {
    return expiresAt.filter(end -> !end.isAfter(time)).isPresent();
  }
}
