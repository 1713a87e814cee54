package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as British readers write them. */
final class DateWords {
  private static final DateTimeFormatter DAY_AND_MONTH =
      DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);

  private DateWords() {}

  /** Such as "4 January". */
  static String dayAndMonth(LocalDate date) {
    return DAY_AND_MONTH.format(date);
  }

  /** Such as "Monday". */
  static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /** Such as "4 January 2027", or "4 to 10 January 2027". */
  static String span(Span span) {
    return from(span) + DATE.format(span.last());
  }

  /** Such as "4 January", or "28 May to 3 June". */
  static String withoutYear(Span span) {
    return from(span) + dayAndMonth(span.last());
  }

  private static String from(Span span) {
    if (span.isOneDay()) {
      return "";
    }
    return span.first().getMonth() == span.last().getMonth()
        ? span.first().getDayOfMonth() + " to "
        : dayAndMonth(span.first()) + " to ";
  }
}
