package org.rapport.bot.channel;

import java.time.Duration;

/** What a channel says when it is asked for a message whose fate is unknown. */
public sealed interface Sighting {

  /** It went out; {@code reference} is the channel's own id of the message. */
  record Seen(String reference) implements Sighting {}

  /** It surely did not go out. */
  record NotThere() implements Sighting {}

  /**
   * The channel does not say just now.
   *
   * @param after how long it wants to be left alone
   */
  record AskAgain(Duration after) implements Sighting {}

  /** The channel cannot say, now or later. */
  record CannotTell() implements Sighting {}
}
