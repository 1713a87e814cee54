package org.rapport.bot.channel;

/**
 * A group of people that a channel itself keeps.
 *
 * @param workspace Slack team id or Teams tenant id
 * @param id as the channel names it; of a user group also its handle with an {@code @}
 */
public record Circle(Kind kind, String workspace, String id) {

  public Circle {
    if (workspace.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("A circle needs a workspace and an id");
    }
  }

  /** Slack's workspace, user group or channel; a team or group chat of Teams. */
  public enum Kind {
    WORKSPACE(Address.Kind.SLACK),
    USER_GROUP(Address.Kind.SLACK),
    CHANNEL(Address.Kind.SLACK),
    TEAM(Address.Kind.TEAMS);

    private final Address.Kind channel;

    Kind(Address.Kind channel) {
      this.channel = channel;
    }
  }

  /** Where it is kept. */
  public Address.Kind channel() {
    return kind.channel;
  }
}
