package org.rapport.bot.conversation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the day that a person writes, as people in Britain write days. */
final class PauseDay {
  private static final List<DateTimeFormatter> WITH_YEAR =
      List.of(
          format("uuuu-M-d"),
          format("d/M/uuuu"),
          format("d.M.uuuu"),
          format("d MMMM uuuu"),
          format("d MMM uuuu"));
  private static final List<DateTimeFormatter> WITHOUT =
      List.of(format("d MMMM"), format("d MMM"), format("d/M"));

  private PauseDay() {}

  /**
   * The day; the next one of that name if there is no year. Empty if it is none.
   *
   * @param today in the zone of whoever writes
   */
  static Optional<LocalDate> read(String words, LocalDate today) {
    for (DateTimeFormatter form : WITH_YEAR) {
      try {
        return Optional.of(LocalDate.parse(words, form));
      } catch (DateTimeException other) {
        // Perhaps in the next form.
      }
    }
    for (DateTimeFormatter form : WITHOUT) {
      try {
        return Optional.of(next(MonthDay.parse(words, form), today));
      } catch (DateTimeException other) {
        // Perhaps in the next form.
      }
    }
    return Optional.empty();
  }

  private static LocalDate next(MonthDay day, LocalDate today) {
    LocalDate thisYear = day.atYear(today.getYear());
    return thisYear.isAfter(today) ? thisYear : day.atYear(today.getYear() + 1);
  }

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.UK)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
