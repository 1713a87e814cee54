package org.rapport.bot.calendar;

import java.time.Duration;
import java.time.Instant;
import org.rapport.knowledge.library.Span;

/**
 * Something in a calendar.
 *
 * @param id stable, so that a calendar that fetches it again knows it
 * @param words what there is to know about it
 */
record Entry(String id, When when, String title, String words) {

  /** When it is. */
  sealed interface When {
    /** Whole days, whose date holds. */
    record Certain(Span days) implements When {}

    /** Whole days that may be others; the title says so. */
    record Uncertain(Span days) implements When {}

    /** A moment and a while from it on. */
    record Moment(Instant at, Duration length) implements When {}
  }
}
