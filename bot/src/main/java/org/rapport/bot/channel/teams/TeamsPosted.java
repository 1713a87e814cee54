package org.rapport.bot.channel.teams;

import java.util.Optional;

/**
 * A message that was posted, as Teams names it.
 *
 * @param conversation where it is; in a channel with the thread that it began
 */
record TeamsPosted(String conversation, String activity) {
  private static final String BETWEEN = " ";

  /** In one line, to be kept. */
  String reference() {
    return conversation + BETWEEN + activity;
  }

  /** What {@link #reference} wrote. */
  static Optional<TeamsPosted> read(String reference) {
    String[] parts = reference.split(BETWEEN, -1);
    return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
        ? Optional.of(new TeamsPosted(parts[0], parts[1]))
        : Optional.empty();
  }
}
