package org.rapport.knowledge.library;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRule.WeekdayNum;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * A rule that gives one day in each year, as an RRULE of RFC 5545: {@code FREQ=YEARLY} with a month
 * and a day of it, a numbered weekday, or a weekday that falls on one of some days.
 */
public final class YearlyRule {
  private static final String MONTH = "FREQ=YEARLY;BYMONTH=(?:[1-9]|1[0-2]);";
  private static final String DAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
  private static final Pattern FORM =
      Pattern.compile(
          MONTH
              + "(?:BYMONTHDAY=-?\\d{1,2}|BYDAY=-?[1-5]"
              + DAY
              + "|BYDAY="
              + DAY
              + ";BYMONTHDAY=\\d{1,2}(?:,\\d{1,2}){1,30})");

  /** A leap year and the years around it: whoever has one day in each has one in all. */
  private static final Set<Integer> PROBED = Set.of(2026, 2027, 2028, 2029, 2030, 2031, 2032);

  private final String text;
  private final RecurrenceRule rule;

  private YearlyRule(String text, RecurrenceRule rule) {
    this.text = text;
    this.rule = rule;
  }

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException if it has another form, or has not one day in each year
   */
  public static YearlyRule of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected FREQ=YEARLY;BYMONTH=5; and BYMONTHDAY=12, BYDAY=2WE or"
              + " BYDAY=WE;BYMONTHDAY=21,22,23, found '"
              + text
              + "'");
    }
    try {
      YearlyRule rule = new YearlyRule(text, new RecurrenceRule(text, RfcMode.RFC5545_STRICT));
      if (!PROBED.stream().allMatch(rule::hasOneDayIn)) {
        throw new IllegalArgumentException("expected one day in each year from '" + text + "'");
      }
      return rule;
    } catch (InvalidRecurrenceRuleException broken) {
      throw new IllegalArgumentException(
          "expected a rule of RFC 5545, found '" + text + "'", broken);
    }
  }

  /** The day in a year. */
  public LocalDate in(int year) {
    return daysIn(year).getFirst();
  }

  /** The month, 1 to 12. */
  public int month() {
    return rule.getByPart(Part.BYMONTH).getFirst() + 1;
  }

  /** Whether it is the same day of the month in every year. */
  public boolean isSameDate() {
    return rule.getByDayPart() == null && dayOfMonth() > 0;
  }

  /** The day of the month, negative from its end; 0 if weekdays decide. */
  int dayOfMonth() {
    return rule.getByDayPart() == null ? rule.getByPart(Part.BYMONTHDAY).getFirst() : 0;
  }

  /** Which of the weekdays in the month, negative from its end; 0 if no number decides. */
  int ordinal() {
    return rule.getByDayPart() == null ? 0 : weekdayNumber().pos;
  }

  /**
   * The day of the week.
   *
   * @throws IllegalStateException if no weekday decides
   */
  DayOfWeek weekday() {
    if (rule.getByDayPart() == null) {
      throw new IllegalStateException("Expected a weekday in " + text);
    }
    return DayOfWeek.of((weekdayNumber().weekday.ordinal() + 6) % 7 + 1);
  }

  private boolean hasOneDayIn(int year) {
    try {
      return daysIn(year).size() == 1;
    } catch (IllegalArgumentException noDayInAnyYear) {
      return false;
    }
  }

  private WeekdayNum weekdayNumber() {
    return rule.getByDayPart().getFirst();
  }

  private List<LocalDate> daysIn(int year) {
    RecurrenceRule inYear = copyUntil(new DateTime(year, 11, 31));
    RecurrenceRuleIterator days = inYear.iterator(new DateTime(year, 0, 1));
    List<LocalDate> found = new ArrayList<>();
    while (days.hasNext()) {
      DateTime day = days.nextDateTime();
      found.add(LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDayOfMonth()));
    }
    return found;
  }

  private RecurrenceRule copyUntil(DateTime last) {
    try {
      RecurrenceRule copy = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
      copy.setUntil(last);
      return copy;
    } catch (InvalidRecurrenceRuleException impossible) {
      throw new IllegalStateException("Read before: " + text, impossible);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
