package org.rapport.knowledge.library;

import java.time.LocalDate;

/**
 * Days in a row.
 *
 * @param last the same as {@code first}, or later
 */
public record Span(LocalDate first, LocalDate last) {
  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Expected a last day from " + first + " on, found " + last);
    }
  }

  /** Whether it is a single day. */
  public boolean isOneDay() {
    return first.equals(last);
  }
}
