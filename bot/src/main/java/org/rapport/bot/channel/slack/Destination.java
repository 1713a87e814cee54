package org.rapport.bot.channel.slack;

import java.net.URI;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/** Where in Slack a message goes. */
sealed interface Destination {

  /** Whether one person alone reads it there. */
  default boolean isPrivate() {
    return switch (this) {
      case Channel channel -> channel.channel().matches("[DUW].*");
      case OnlyFor _, ResponseUrl _ -> true;
    };
  }

  /**
   * A channel or direct message, for all who are there; in a thread if one is given.
   *
   * @param workspace whose bot speaks
   */
  record Channel(String workspace, String channel, Optional<String> thread) implements Destination {

    /** The person's own chat with the bot, which Slack opens by their id. */
    static Channel directlyTo(Address person) {
      return new Channel(person.workspace(), person.user(), Optional.empty());
    }

    /** One name for the conversation that goes on there. */
    String conversation() {
      return thread.map(ts -> channel + ":" + ts).orElse(channel);
    }
  }

  /**
   * A channel, but seen by one person only and only for now.
   *
   * @param workspace whose bot speaks
   */
  record OnlyFor(String workspace, String user, String channel, Optional<String> thread)
      implements Destination {}

  /** The address that came with a command or a press of a button, for the person who did it. */
  record ResponseUrl(URI url) implements Destination {}
}
