package org.rapport.bot.inbox;

/** Answers in one channel what another process acknowledged and did not answer. */
public interface Resumption {

  /**
   * Has it answered, by {@link Ticket#answer}; does not wait for that.
   *
   * @param kept as in {@link Arrival#kept}
   * @throws java.util.concurrent.RejectedExecutionException once the channel stops
   */
  void resume(Ticket ticket, String kept);
}
