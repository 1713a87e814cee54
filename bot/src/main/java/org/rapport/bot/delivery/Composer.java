package org.rapport.bot.delivery;

import org.rapport.bot.message.Message;

/** Says what a person gets. Called from many threads, at the moment of sending. */
public interface Composer {

  /** The message of a delivery, the same whenever it is asked for again. */
  Composed compose(Delivery delivery);

  /** What came of composing. */
  sealed interface Composed {
    /** What to send. */
    record Ready(Message message) implements Composed {}

    /** There is nothing for this person; {@code reason} is a short code. */
    record Nothing(String reason) implements Composed {}
  }
}
