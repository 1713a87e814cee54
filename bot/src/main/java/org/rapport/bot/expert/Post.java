package org.rapport.bot.expert;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.rapport.bot.channel.Place;

/**
 * A message that shows a question, or is to show it.
 *
 * @param reference the channel's own name of it; empty before it is posted, and where it cannot be
 *     changed
 * @param attempts how often it was tried to bring it up to date, this time included
 * @param leasedUntil in milliseconds since 1970; nobody else tries before
 * @param begun when it was posted, if what came of that is not known
 */
public record Post(
    String organisation,
    String question,
    String id,
    Audience audience,
    Place place,
    Optional<String> reference,
    int attempts,
    long leasedUntil,
    Optional<Instant> begun) {

  /** Whom it is for. */
  public enum Audience {
    EXPERTS,
    ASKER,
    /** The asker, who has the answer in a message of its own by now. */
    ASKED;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
