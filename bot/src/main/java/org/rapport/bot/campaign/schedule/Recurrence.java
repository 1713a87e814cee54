package org.rapport.bot.campaign.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Local days at one time of day, by a rule of RFC 5545. They have no zone, so no clock change moves
 * them or swallows one; they get it by {@link LocalDateTime#atZone}, which moves a time in the
 * spring gap on, and takes the first of the two autumn hours.
 */
public final class Recurrence {
  /** How long a recurrence goes on at most, in years. */
  public static final int MOST_YEARS = 10;

  private static final int LONGEST_RULE = 200;

  /** A year that the calendar of the rules and of Java both know, whatever is added to it. */
  private static final int LAST_YEAR = 9000;

  /** Days only: a campaign has one time of day. Sub-daily rules are not for people. */
  private static final Pattern FORM =
      Pattern.compile(
          "FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)"
              + "(?:;(?:INTERVAL=[1-9]\\d{0,2}|COUNT=[1-9]\\d{0,3}|UNTIL=\\d{8}|WKST=[A-Z]{2}"
              + "|(?:BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS)=[-+,0-9A-Z]+))*");

  private final String rule;
  private final LocalTime time;
  private final List<LocalDate> days;

  private Recurrence(String rule, LocalTime time, List<LocalDate> days) {
    this.rule = rule;
    this.time = time;
    this.days = List.copyOf(days);
  }

  /** A single date. */
  public static Recurrence once(LocalDateTime at) {
    return of("FREQ=DAILY;COUNT=1", at, Optional.empty());
  }

  /**
   * Reads a rule.
   *
   * @param rule such as {@code FREQ=WEEKLY;BYDAY=TU}
   * @param start from when on, with the time of day; a start that the rule does not name is no date
   * @param end the last day, if it ends sooner than the rule does
   * @throws IllegalArgumentException saying what was expected, if the rule is none or goes by hours
   *     or less, gives no day, or goes on for more than {@link #MOST_YEARS} years by {@code end}
   */
  public static Recurrence of(String rule, LocalDateTime start, Optional<LocalDate> end) {
    checkStart(start);
    LocalDate first = start.toLocalDate();
    LocalDate last = end.orElse(first.plusYears(MOST_YEARS));
    if (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS))) {
      throw new IllegalArgumentException(
          "Expected an end from %s to %s".formatted(first, first.plusYears(MOST_YEARS)));
    }
    List<LocalDate> days = expand(parse(rule), first, last);
    if (days.isEmpty()) {
      throw new IllegalArgumentException(
          "Expected a rule with a day from %s to %s".formatted(first, last));
    }
    return new Recurrence(rule, start.toLocalTime(), days);
  }

  /** The first date at or after a local time; empty after the last. */
  public Optional<LocalDateTime> next(LocalDateTime from) {
    LocalDate day =
        from.toLocalTime().isAfter(time) ? from.toLocalDate().plusDays(1) : from.toLocalDate();
    int found = Collections.binarySearch(days, day);
    int index = found < 0 ? -found - 1 : found;
    return index < days.size() ? Optional.of(days.get(index).atTime(time)) : Optional.empty();
  }

  /** All dates, one or more, earliest first; at most one a day. */
  public List<LocalDateTime> all() {
    return days.stream().map(day -> day.atTime(time)).toList();
  }

  private static void checkStart(LocalDateTime start) {
    if (!start.truncatedTo(ChronoUnit.MINUTES).equals(start)) {
      throw new IllegalArgumentException("Expected a start in hours and minutes");
    }
    if (start.getYear() < 1970 || start.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("Expected a start from 1970 to " + LAST_YEAR);
    }
  }

  private static RecurrenceRule parse(String rule) {
    if (rule.length() > LONGEST_RULE || !FORM.matcher(rule).matches()) {
      throw new IllegalArgumentException(
          "Expected a rule of days, at most "
              + LONGEST_RULE
              + " characters, such as FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYDAY=1MO, made of FREQ"
              + " (DAILY, WEEKLY, MONTHLY or YEARLY), INTERVAL, COUNT, UNTIL (a day such as"
              + " 20271231), BYDAY, BYMONTH, BYMONTHDAY, BYSETPOS and WKST");
    }
    try {
      return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException broken) {
      throw new IllegalArgumentException(
          "Expected a rule as RFC 5545 has it: " + broken.getMessage(), broken);
    }
  }

  /** Bounded by the last day, since a rule gives a day only once. */
  private static List<LocalDate> expand(RecurrenceRule rule, LocalDate first, LocalDate last) {
    List<LocalDate> days = new ArrayList<>();
    try {
      RecurrenceRuleIterator instances = rule.iterator(dateTime(first));
      while (instances.hasNext()) {
        DateTime next = instances.nextDateTime();
        LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
        if (day.isAfter(last)) {
          break;
        }
        days.add(day);
      }
    } catch (IllegalArgumentException | IllegalStateException noDayInManyYears) {
      return days;
    }
    return days;
  }

  private static DateTime dateTime(LocalDate day) {
    return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
  }

  @Override
  public String toString() {
    return rule;
  }
}
