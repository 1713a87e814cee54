package org.rapport.bot.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rapport.bot.channel.SendResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event in the hands of this process, from its acknowledgement to its answer. */
public final class Ticket {
  private static final Logger log = LoggerFactory.getLogger(Ticket.class);

  /** What became of an event when it was to be kept. */
  enum Fate {
    /** It is in the database. */
    KEPT,
    /** The database is away, so it is answered from memory and lost by a crash. */
    IN_MEMORY,
    /** It was delivered before. */
    DUPLICATE
  }

  /** Whether a reply may go out. */
  enum Leave {
    GRANTED,
    /** Another process answers it. */
    TAKEN_OVER,
    /** The database is away, and has been for so long that another process may answer it. */
    UNSURE
  }

  private final Inbox inbox;
  private final String id;
  private final Arrival arrival;
  private final CompletableFuture<Fate> fate;

  // Only the thread that answers uses these.
  private Leave leave = Leave.UNSURE;
  private boolean begun;
  private boolean sent;
  private Optional<String> trouble = Optional.empty();

  private Ticket(Inbox inbox, String id, Arrival arrival, CompletableFuture<Fate> fate) {
    this.inbox = inbox;
    this.id = id;
    this.arrival = arrival;
    this.fate = fate;
  }

  /** For an event whose fate is still open. */
  static Ticket fresh(Inbox inbox, String id, Arrival arrival) {
    return new Ticket(inbox, id, arrival, new CompletableFuture<>());
  }

  /** For an event that another process kept. */
  static Ticket takenOver(Inbox inbox, String id, Arrival arrival) {
    return new Ticket(inbox, id, arrival, CompletableFuture.completedFuture(Fate.KEPT));
  }

  /**
   * Answers the event on the calling thread, unless it is a duplicate. Waits until its fate is
   * known. Whatever the work sends by {@link Answering#send} is the answer; work that sends nothing
   * found that there is nothing to say. Never throws.
   */
  public void answer(Runnable work) {
    if (fate.join() == Fate.DUPLICATE) {
      return;
    }
    try {
      Answering.run(this, work);
    } catch (RuntimeException broken) {
      log.error("An answer failed: {}", broken.getClass().getName());
      trouble = Optional.of("broken");
    }
    settle();
  }

  SendResult send(Supplier<SendResult> message) {
    if (!begun) {
      begun = true;
      leave = fate.join() == Fate.KEPT ? inbox.begin(id) : Leave.GRANTED;
    }
    SendResult result =
        switch (leave) {
          case GRANTED -> message.get();
          case TAKEN_OVER -> new SendResult.Refused("taken_over");
          case UNSURE -> new SendResult.Failed("database_away");
        };
    switch (result) {
      case SendResult.Sent _ -> sent = true;
      case SendResult.Refused refused -> trouble = Optional.of(refused.reason());
      case SendResult.Gone gone -> trouble = Optional.of(gone.reason());
      case SendResult.Throttled _ -> trouble = Optional.of("throttled");
      case SendResult.Failed failed -> trouble = Optional.of(failed.reason());
      case SendResult.Unconfirmed lost -> trouble = Optional.of(lost.reason());
    }
    return result;
  }

  String id() {
    return id;
  }

  Arrival arrival() {
    return arrival;
  }

  void decide(Fate decided) {
    fate.complete(decided);
  }

  /** Returns once the fate is known, or after that time. */
  void await(Duration atMost) {
    fate.copy().completeOnTimeout(Fate.IN_MEMORY, atMost.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private void settle() {
    boolean kept = fate.join() == Fate.KEPT;
    if (begun && leave == Leave.TAKEN_OVER) {
      return;
    }
    if (!sent && trouble.isPresent()) {
      inbox.failed(id, arrival.channel(), trouble.get(), kept);
    } else if (kept) {
      inbox.answered(id);
    }
  }
}
