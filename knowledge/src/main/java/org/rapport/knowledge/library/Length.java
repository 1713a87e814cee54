package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How long an entry of the calendar lasts. */
public sealed interface Length {
  /**
   * A number of days.
   *
   * @param number 1 or more
   */
  record Days(int number) implements Length {}

  /** To the end of the month that it starts in. */
  record RestOfMonth() implements Length {}

  /** The days from a first one on. */
  default Span from(LocalDate first) {
    return switch (this) {
      case Days(int number) -> new Span(first, first.plusDays(number - 1L));
      case RestOfMonth() -> new Span(first, first.with(TemporalAdjusters.lastDayOfMonth()));
    };
  }
}
