package org.rapport.bot.channel.slack;

/** How somebody stands to the organisation whose workspace they are in. */
sealed interface Standing {
  /**
   * They belong to it.
   *
   * @param workspace their own, which in a Grid may be another than the one they are in
   */
  record Member(String workspace) implements Standing {}

  /** They were let into some channels only. */
  record Guest() implements Standing {}

  /** They are of another organisation, or may be. */
  record Stranger() implements Standing {}

  /** Slack does not say, and they were never let in before. */
  record Unknown() implements Standing {}
}
