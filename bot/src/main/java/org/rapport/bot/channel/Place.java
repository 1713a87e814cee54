package org.rapport.bot.channel;

/**
 * Where a message can be posted and changed later.
 *
 * @param channel which kind of channel
 * @param workspace Slack team id or Teams tenant id
 * @param id of the conversation as the channel names it, or of a person
 * @param isChat whether it is that person's own chat with the bot
 */
public record Place(Address.Kind channel, String workspace, String id, boolean isChat) {

  public Place {
    if (workspace.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("A place needs a workspace and an id");
    }
  }

  /** A person's own chat with the bot. */
  public static Place chatOf(Address person) {
    return new Place(person.channel(), person.workspace(), person.user(), true);
  }

  /** A conversation of several people. */
  public static Place conversation(Address.Kind channel, String workspace, String id) {
    return new Place(channel, workspace, id, false);
  }

  /** Whoever reads there, as far as the channel and the workspace go. */
  public Address reader() {
    return new Address(channel, workspace, id);
  }
}
