package org.rapport.bot.inbox;

import java.util.function.Supplier;
import org.rapport.bot.channel.SendResult;

/** Which acknowledged event the current thread answers, if it does. */
public final class Answering {
  private static final ScopedValue<Ticket> NOW = ScopedValue.newInstance();

  private Answering() {}

  /** Whether the current thread answers an acknowledged event. */
  public static boolean underway() {
    return NOW.isBound();
  }

  /**
   * Sends a message. If it answers an acknowledged event, that is noted before and after, and it is
   * not sent if another process has taken the event over.
   */
  public static SendResult send(Supplier<SendResult> message) {
    return NOW.isBound() ? NOW.get().send(message) : message.get();
  }

  static void run(Ticket ticket, Runnable work) {
    ScopedValue.where(NOW, ticket).run(work);
  }
}
