package org.rapport.bot.channel.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that was posted, as Slack names it.
 *
 * @param ts empty if Slack did not say
 */
record SlackPosted(String channel, String ts) {
  private static final Pattern REFERENCE = Pattern.compile("([A-Z0-9]+)/([0-9.]+)");

  SlackPosted(String channel, @Nullable String ts) {
    this.channel = channel;
    this.ts = ts == null ? "" : ts;
  }

  /** In one line, to be kept. */
  String reference() {
    return channel + "/" + ts;
  }

  /** What {@link #reference} wrote. */
  static Optional<SlackPosted> read(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    return parts.matches()
        ? Optional.of(new SlackPosted(parts.group(1), parts.group(2)))
        : Optional.empty();
  }
}
