package org.rapport.bot.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.rapport.knowledge.library.Span;

/** Days in a row as people write them for campaigns: {@code 2026-12-20..2027-01-04}, or one day. */
public final class Days {
  /** What to write, for saying what was expected. */
  public static final String EXPECTED = "days such as 2026-12-20..2027-01-04";

  private static final String BETWEEN = "..";

  private Days() {}

  /** The days; empty if they are not {@link #EXPECTED}. */
  public static Optional<Span> read(String words) {
    int between = words.indexOf(BETWEEN);
    try {
      LocalDate first = LocalDate.parse(between < 0 ? words : words.substring(0, between));
      LocalDate last =
          between < 0 ? first : LocalDate.parse(words.substring(between + BETWEEN.length()));
      return last.isBefore(first) ? Optional.empty() : Optional.of(new Span(first, last));
    } catch (DateTimeException unread) {
      return Optional.empty();
    }
  }

  /** As {@link #read} takes them. */
  static String written(Span days) {
    return days.first() + BETWEEN + days.last();
  }
}
