package org.rapport.bot.channel;

import java.util.Objects;

/**
 * One person in one channel.
 *
 * @param channel which kind of channel
 * @param workspace Slack team id, Teams tenant id, or {@code local}
 * @param user the person's id there
 */
public record Address(Kind channel, String workspace, String user) {

  public Address {
    Objects.requireNonNull(channel, "channel");
    if (workspace.isBlank() || user.isBlank()) {
      throw new IllegalArgumentException("An address needs a workspace and a user");
    }
  }

  /** The channels there are. */
  public enum Kind {
    SLACK,
    TEAMS,
    WEB,
    TERMINAL;

    /** The name in the database, in metrics and in settings. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
