package org.rapport.bot.campaign.schedule;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.rapport.knowledge.library.Nation;

/**
 * The bank holidays of a year by rule: schedule 1 of the Banking and Financial Dealings Act 1971,
 * with the days that are proclaimed every year (New Year's Day, early May), and St Andrew's Day
 * Bank Holiday (Scotland) Act 2007. A day on a weekend is a holiday on the next weekday that is
 * none.
 */
final class BankHolidayRule {
  private BankHolidayRule() {}

  /** Which of the two a day is. */
  enum Kind {
    /** The holiday that is kept. */
    KEPT,
    /** The weekend day that a substitute stands for. */
    REPLACED
  }

  /** The holidays of a year in a nation, by day. */
  static NavigableMap<LocalDate, Kind> in(int year, Nation nation) {
    NavigableMap<LocalDate, Kind> days = new TreeMap<>();
    movable(year, nation).forEach(day -> days.put(day, Kind.KEPT));
    List<LocalDate> onDates = onDates(nation).stream().map(day -> day.atYear(year)).toList();
    List<LocalDate> onWeekends = onDates.stream().filter(BankHolidayRule::isWeekend).toList();
    onDates.stream().filter(day -> !isWeekend(day)).forEach(day -> days.put(day, Kind.KEPT));
    onWeekends.forEach(day -> {
      days.put(day, Kind.REPLACED);
      days.put(substitute(day, days), Kind.KEPT);
    });
    return days;
  }

  private static List<LocalDate> movable(int year, Nation nation) {
    LocalDate easter = Easter.in(year);
    List<LocalDate> days = new ArrayList<>();
    days.add(easter.minusDays(2));
    days.add(LocalDate.of(year, Month.MAY, 1).with(firstInMonth(MONDAY)));
    days.add(LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)));
    LocalDate august = LocalDate.of(year, Month.AUGUST, 1);
    if (nation == Nation.SCOTLAND) {
      days.add(august.with(firstInMonth(MONDAY)));
    } else {
      days.add(august.with(lastInMonth(MONDAY)));
      days.add(easter.plusDays(1));
    }
    return days;
  }

  private static List<MonthDay> onDates(Nation nation) {
    List<MonthDay> days = new ArrayList<>();
    days.add(MonthDay.of(Month.JANUARY, 1));
    switch (nation) {
      case SCOTLAND -> {
        days.add(MonthDay.of(Month.JANUARY, 2));
        days.add(MonthDay.of(Month.NOVEMBER, 30));
      }
      case NORTHERN_IRELAND -> {
        days.add(MonthDay.of(Month.MARCH, 17));
        days.add(MonthDay.of(Month.JULY, 12));
      }
      case ENGLAND, WALES -> {}
    }
    days.add(MonthDay.of(Month.DECEMBER, 25));
    days.add(MonthDay.of(Month.DECEMBER, 26));
    return days;
  }

  private static LocalDate substitute(LocalDate weekendDay, NavigableMap<LocalDate, Kind> taken) {
    LocalDate day = weekendDay.plusDays(1);
    while (isWeekend(day) || taken.containsKey(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }
}
