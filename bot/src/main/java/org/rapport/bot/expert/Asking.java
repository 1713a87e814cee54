package org.rapport.bot.expert;

/** What came of asking the experts. */
public sealed interface Asking {

  /** It is on its way. */
  record Asked(ExpertQuestion question) implements Asking {}

  /**
   * They wait for as many answers as one may.
   *
   * @param most how many that is
   */
  record TooMany(int most) implements Asking {}

  /** The organisation has nobody who could answer. */
  record NobodyThere() implements Asking {}
}
