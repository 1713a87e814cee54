package org.rapport.bot.expert;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When somebody at work may be reminded: 08:00 to 18:00 of a weekday in England that is no bank
 * holiday.
 */
final class WorkingHours {
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final LocalTime FROM = LocalTime.of(8, 0);
  private static final LocalTime TO = LocalTime.of(18, 0);

  private final Predicate<LocalDate> holidays;

  WorkingHours(Predicate<LocalDate> holidays) {
    this.holidays = holidays;
  }

  boolean include(Instant moment) {
    ZonedDateTime there = moment.atZone(ZONE);
    LocalTime time = there.toLocalTime();
    return !WEEKEND.contains(there.getDayOfWeek())
        && !holidays.test(there.toLocalDate())
        && !time.isBefore(FROM)
        && time.isBefore(TO);
  }
}
