package org.rapport.bot.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.slf4j.MDC;

/**
 * Has only so many questions thought about at once that were acknowledged already, first come first
 * served, and on threads of their own, of the lowest priority. On the virtual threads that
 * acknowledge they would keep every processor from whoever still waits for an acknowledgement, who
 * is never made to wait here and for whom each question waits a moment.
 */
public final class TakingTurns implements Responder, AutoCloseable {
  /** So that questions are answered however many requests come. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

  private static final Duration BETWEEN_LOOKS = Duration.ofNanos(500_000);

  private final Responder coach;
  private final ThreadPoolExecutor thinkers;
  private volatile LongSupplier unacknowledged = () -> 0;

  /**
   * @param atOnce how many questions; one for each processor keeps them all busy
   */
  public TakingTurns(Responder coach, int atOnce) {
    this.coach = coach;
    this.thinkers =
        new ThreadPoolExecutor(
            atOnce,
            atOnce,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform()
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .name("thinking-", 0)
                .factory());
  }

  /** Has questions wait a moment while this says that anybody waits for an acknowledgement. */
  public void giveWayTo(LongSupplier unacknowledged) {
    this.unacknowledged = unacknowledged;
  }

  @Override
  public Reply reply(Incoming incoming) {
    // Anything but a question waits for other things more than it thinks.
    return incoming instanceof Incoming.Asked && Answering.underway()
        ? inTurn(incoming)
        : coach.reply(incoming);
  }

  @Override
  public FormReply reply(FormStep step) {
    return coach.reply(step);
  }

  /** How many questions wait for their turn. */
  public int waiting() {
    return thinkers.getQueue().size();
  }

  /** To be called once nothing is answered any more. */
  @Override
  public void close() {
    thinkers.shutdownNow();
  }

  private void giveWay() {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (unacknowledged.getAsLong() > 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private Reply inTurn(Incoming incoming) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                MDC.setContextMap(context == null ? Map.of() : context);
                giveWay();
                return coach.reply(incoming);
              },
              thinkers)
          .join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
