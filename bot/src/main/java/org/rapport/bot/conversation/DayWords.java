package org.rapport.bot.conversation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.rapport.knowledge.library.Span;

/** Days of a nudge as British readers write them. */
final class DayWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

  private DayWords() {}

  /** Such as "Tuesday 12 May". */
  static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as "Tuesday 12 May", or "9 October to 15 October". */
  static String of(Span days) {
    return days.isOneDay()
        ? of(days.first())
        : SHORT.format(days.first()) + " to " + SHORT.format(days.last());
  }
}
