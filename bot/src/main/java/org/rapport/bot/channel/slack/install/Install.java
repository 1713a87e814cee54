package org.rapport.bot.channel.slack.install;

import java.time.Instant;
import java.util.Optional;

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

  boolean endsBy(Instant time) {
    return expiresAt.filter(end -> !end.isAfter(time)).isPresent();
  }
}
