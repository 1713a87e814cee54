package org.rapport.bot.delivery;

import java.time.Instant;
import java.util.List;

/**
 * Deliveries of one lane that were claimed together.
 *
 * @param claim names it in the database
 * @param leaseUntil from then on others take them for lost
 * @param toSend those to be checked and sent
 * @param settled those that came to an outcome when they were claimed
 * @param isLast whether nothing else was due
 */
record Batch(
    String claim,
    Lane lane,
    Instant leaseUntil,
    List<Claimed> toSend,
    List<Settled> settled,
    boolean isLast) {
  Batch {
    toSend = List.copyOf(toSend);
    settled = List.copyOf(settled);
  }

  boolean isEmpty() {
    return toSend.isEmpty() && settled.isEmpty();
  }
}
