package org.rapport.bot.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and moments as British readers write them, in place of those that programs write. */
final class PlainDates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);

  private static final Pattern WRITTEN_MOMENT =
      Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:[0-9:.]{2,15}Z");
  private static final Pattern WRITTEN_DAY =
      Pattern.compile("(?<![\\w-])\\d{4}-\\d\\d-\\d\\d(?![\\w-])");

  private PlainDates() {}

  /** Such as "2 February 2027". */
  static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** Such as "2 February 2027, 10:03". */
  static String of(LocalDateTime time) {
    return MOMENT.format(time);
  }

  /** Such as "2 February 2027, 10:03", where it is that time in a zone. */
  static String of(Instant moment, ZoneId zone) {
    return of(LocalDateTime.ofInstant(moment, zone));
  }

  /** The same line; what only looks like a day or a moment stays as it is. */
  static String in(String line, ZoneId zone) {
    String moments = replaced(WRITTEN_MOMENT, line, found -> of(Instant.parse(found), zone));
    return replaced(WRITTEN_DAY, moments, found -> of(LocalDate.parse(found)));
  }

  private static String replaced(Pattern written, String line, UnaryOperator<String> plain) {
    return written
        .matcher(line)
        .replaceAll(found -> Matcher.quoteReplacement(orSame(found.group(), plain)));
  }

  private static String orSame(String found, UnaryOperator<String> plain) {
    try {
      return plain.apply(found);
    } catch (DateTimeException none) {
      return found;
    }
  }
}
