package org.rapport.bot.channel.teams;

/** What is known of a conversation with the bot in Teams. */
sealed interface Whereabouts {

  /** It can be written to. */
  record Open(TeamsReference chat) implements Whereabouts {}

  /**
   * There was one.
   *
   * @param reason a short code, see {@link TeamsReferences}
   */
  record Ended(String reason) implements Whereabouts {}

  /** There never was one, as far as is known. */
  record Unknown() implements Whereabouts {}
}
