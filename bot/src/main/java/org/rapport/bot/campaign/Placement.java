package org.rapport.bot.campaign;

import java.time.Instant;
import org.rapport.bot.channel.Address;

/** Whether a person gets the nudge of an occurrence. */
sealed interface Placement {
  /** They do, unless that changes before it is sent. */
  record Gets(Address address, Instant due, Instant tooLate) implements Placement {}

  /**
   * They do not.
   *
   * @param address one of theirs
   * @param reason a short code
   */
  record Misses(Address address, String reason) implements Placement {}
}
