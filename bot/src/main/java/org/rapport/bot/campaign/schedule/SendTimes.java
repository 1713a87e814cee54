package org.rapport.bot.campaign.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.people.QuietHours;
import org.rapport.knowledge.library.Span;

/**
 * Finds the moment for one nudge and one person. What its own slot cannot be, moves to the next
 * allowed day at the same time, or to the end of the quiet hours; never earlier.
 */
public final class SendTimes {
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final BankHolidays holidays;

  public SendTimes(BankHolidays holidays) {
    this.holidays = holidays;
  }

  /** When a person gets the nudge of an occasion. */
  public SendTime of(Occasion occasion, SendRules rules, Diary diary) {
    Instant slot = occasion.slot(diary);
    return from(slot, slot.plus(rules.window()), rules, diary);
  }

  /**
   * The first moment that is allowed, asked again when one was planned: {@code earliest} itself if
   * nothing holds it off.
   *
   * @param tooLate the first moment that is too late
   */
  public SendTime from(Instant earliest, Instant tooLate, SendRules rules, Diary diary) {
    ZonedDateTime at = earliest.atZone(diary.zone());
    Optional<Hold> because = hold(at, rules, diary);
    Optional<Hold> hold = because;
    LocalTime time = at.toLocalTime();
    while (hold.isPresent()) {
      if (hold.get() == Hold.QUIET_HOURS) {
        at = endOf(diary.quiet(), at);
        time = diary.quiet().to();
      } else {
        at = at.toLocalDate().plusDays(1).atTime(time).atZone(diary.zone());
      }
      if (!at.toInstant().isBefore(tooLate)) {
        return new SendTime.Skipped(because.get());
      }
      hold = hold(at, rules, diary);
    }
    return new SendTime.Due(at.toInstant(), tooLate);
  }

  /** What keeps a person from being written to at a moment. */
  public Optional<Hold> hold(Instant at, SendRules rules, Diary diary) {
    return hold(at.atZone(diary.zone()), rules, diary);
  }

  private Optional<Hold> hold(ZonedDateTime at, SendRules rules, Diary diary) {
    LocalDate day = at.toLocalDate();
    if (isIn(day, rules.freezes())) {
      return Optional.of(Hold.PRE_ELECTION);
    }
    if (isIn(day, diary.leave())) {
      return Optional.of(Hold.ON_LEAVE);
    }
    if (holidays.include(day, diary.nation())) {
      return Optional.of(Hold.BANK_HOLIDAY);
    }
    if (isWeekend(day) && !rules.weekends() && day.getDayOfWeek() != diary.day()) {
      return Optional.of(Hold.WEEKEND);
    }
    return diary.quiet().include(at.toLocalTime())
        ? Optional.of(Hold.QUIET_HOURS)
        : Optional.empty();
  }

  private static boolean isWeekend(LocalDate day) {
    return WEEKEND.contains(day.getDayOfWeek());
  }

  private static boolean isIn(LocalDate day, List<Span> spans) {
    return spans.stream()
        .anyMatch(span -> !day.isBefore(span.first()) && !day.isAfter(span.last()));
  }

  /** In the autumn the clock may show the end of the quiet hours twice. */
  private static ZonedDateTime endOf(QuietHours quiet, ZonedDateTime at) {
    ZonedDateTime end = at.toLocalDate().atTime(quiet.to()).atZone(at.getZone());
    if (end.isAfter(at)) {
      return end;
    }
    ZonedDateTime again = end.withLaterOffsetAtOverlap();
    return again.isAfter(at)
        ? again
        : at.toLocalDate().plusDays(1).atTime(quiet.to()).atZone(at.getZone());
  }
}
