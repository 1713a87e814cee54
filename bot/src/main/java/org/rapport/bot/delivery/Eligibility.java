package org.rapport.bot.delivery;

import java.time.Instant;
import java.util.List;

/**
 * Whether a person may be written to now: consent, quiet hours, cap, state of the campaign. Asked
 * again at the moment of sending, from many threads.
 */
public interface Eligibility {

  /** Whether this delivery may go out at this moment. */
  Verdict check(Delivery delivery, Instant now);

  /**
   * The same for the deliveries of a batch, whose order the verdicts have. All are of one
   * organisation and workspace; whoever reads a database answers them with one query.
   */
  default List<Verdict> check(List<Delivery> batch, Instant now) {
    return batch.stream().map(delivery -> check(delivery, now)).toList();
  }

  /** What becomes of a delivery. */
  sealed interface Verdict {
    /** It goes out. */
    record Send() implements Verdict {}

    /** It never will; {@code reason} is a short code. */
    record Skip(String reason) implements Verdict {}

    /**
     * It waits.
     *
     * @param due when to ask again
     */
    record Later(Instant due) implements Verdict {}
  }
}
