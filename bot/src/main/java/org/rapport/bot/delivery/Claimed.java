package org.rapport.bot.delivery;

/**
 * A delivery that is ours to send.
 *
 * @param failures how often it surely did not go out before
 */
record Claimed(Delivery delivery, int failures) {

  /** The same with what came of it. */
  Settled settled(Outcome outcome) {
    return new Settled(delivery, outcome);
  }
}
