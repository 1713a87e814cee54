package org.rapport.bot.people;

import java.time.LocalTime;

/**
 * When nothing is sent unasked, in the person's own zone; over midnight if it ends before it
 * begins, and never if both are the same.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /** Whether a time of day is quiet. */
  public boolean include(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isAfter(to) ? begun || !over : begun && !over;
  }
}
