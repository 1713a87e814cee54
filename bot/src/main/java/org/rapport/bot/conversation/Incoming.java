package org.rapport.bot.conversation;

import org.rapport.bot.channel.Address;

/** Something that a person did, in no channel's form. */
public sealed interface Incoming {

  /** Who did it. */
  Address from();

  /**
   * Somebody asked something.
   *
   * @param text their words, without the bot's name
   * @param inPublic whether others can read it
   */
  record Asked(Address from, String text, boolean inPublic) implements Incoming {}

  /** Somebody said whether an answer was right. */
  record Rated(Address from, String answer, boolean right) implements Incoming {}

  /** Somebody met the bot: installed it, opened its chat, or added it to a channel. */
  record Arrived(Address from) implements Incoming {}
}
