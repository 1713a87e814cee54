package org.rapport.bot.channel.teams;

/** Where a card is shown, which decides how its buttons reach the bot. */
enum Surface {
  /** A chat of one person with the bot. */
  PERSONAL,

  /**
   * A group or channel: what is for one person opens in a dialog, as everybody sees the card there.
   */
  SHARED,

  /** A dialog, which Teams also calls a task module: it knows {@code Action.Submit} only. */
  DIALOG
}
