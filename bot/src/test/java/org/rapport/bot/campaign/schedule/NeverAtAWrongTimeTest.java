package org.rapport.bot.campaign.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.bot.people.QuietHours;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Whatever the schedule, the zone and the diary, on ordinary days and around clock changes. */
class NeverAtAWrongTimeTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private static final int DAYS = 5 * 365;
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
  private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private final BankHolidays holidays = BankHolidays.shipped();
  private final SendTimes times = new SendTimes(holidays);

  @Property(tries = 5_000)
  void aNudgeIsDueInItsWindowAndNeverHeldOff(
      @ForAll("occasions") Occasion occasion,
      @ForAll("rules") SendRules rules,
      @ForAll("diaries") Diary diary) {
    check(occasion, rules, diary);
  }

  @Property(tries = 5_000)
  void norAroundAClockChange(
      @ForAll("diaries") Diary diary,
      @ForAll("rules") SendRules rules,
      @ForAll("days") LocalDate near,
      @ForAll("minutesAround") int minutes) {
    ZoneOffsetTransition change =
        diary.zone().getRules().nextTransition(near.atStartOfDay(diary.zone()).toInstant());
    LocalDateTime slot =
        change == null ? near.atTime(1, 30) : change.getDateTimeBefore().plusMinutes(minutes);
    check(new Occasion.At(slot, Optional.empty()), rules, diary);
  }

  @Property(tries = 5_000)
  void whoeverAsksAgainAtThatMomentIsToldTheSame(
      @ForAll("occasions") Occasion occasion,
      @ForAll("rules") SendRules rules,
      @ForAll("diaries") Diary diary) {
    SendTime first = times.of(occasion, rules, diary);
    if (first instanceof SendTime.Due due) {
      assertThat(times.from(due.due(), due.tooLate(), rules, diary)).isEqualTo(due);
      assertThat(times.hold(due.due(), rules, diary)).isEmpty();
    }
  }

  @Property(tries = 300)
  void aScheduleHasEachOccasionOnceAndNobodyIsDueBeforeItIsPlanned(
      @ForAll("schedules") Schedule schedule, @ForAll("diaries") Diary diary) {
    Set<String> ids = new HashSet<>();
    Optional<Occasion> next = schedule.next(FIRST.atStartOfDay(diary.zone()).toInstant());
    for (int i = 0; i < 60 && next.isPresent(); i++) {
      Occasion occasion = next.get();
      assertThat(ids.add(occasion.id())).isTrue();
      assertThat(occasion.slot(diary)).isAfterOrEqualTo(occasion.earliest());
      assertThat(schedule.next(occasion.earliest())).contains(occasion);
      next = schedule.next(occasion.earliest().plusNanos(1));
    }
    assertThat(ids).isNotEmpty();
  }

  private void check(Occasion occasion, SendRules rules, Diary diary) {
    Instant slot = occasion.slot(diary);
    switch (times.of(occasion, rules, diary)) {
      case SendTime.Skipped skipped ->
          assertThat(times.hold(slot, rules, diary)).contains(skipped.because());
      case SendTime.Due due -> {
        assertThat(due.tooLate()).isEqualTo(slot.plus(rules.window()));
        assertThat(due.due()).isAfterOrEqualTo(slot).isBefore(due.tooLate());
        checkAllowed(due.due().atZone(diary.zone()), rules, diary);
      }
    }
  }

  private void checkAllowed(ZonedDateTime at, SendRules rules, Diary diary) {
    LocalDate day = at.toLocalDate();
    assertThat(isQuiet(at.toLocalTime(), diary.quiet())).isFalse();
    assertThat(rules.freezes()).noneMatch(span -> isIn(day, span));
    assertThat(diary.leave()).noneMatch(span -> isIn(day, span));
    assertThat(holidays.include(day, diary.nation())).isFalse();
    if (!rules.weekends() && day.getDayOfWeek() != diary.day()) {
      assertThat(WEEKEND).doesNotContain(day.getDayOfWeek());
    }
  }

  /** Minute by minute around the clock, from the first quiet one to the first that is not. */
  private static boolean isQuiet(LocalTime time, QuietHours quiet) {
    long length = Math.floorMod(Duration.between(quiet.from(), quiet.to()).toMinutes(), 1440L);
    long since = Math.floorMod(Duration.between(quiet.from(), time).toMinutes(), 1440L);
    return since < length;
  }

  private static boolean isIn(LocalDate day, Span span) {
    return span.first().datesUntil(span.last().plusDays(1)).anyMatch(day::equals);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<Integer> minutesAround() {
    return Arbitraries.integers().between(-180, 180);
  }

  @Provide
  Arbitrary<Occasion> occasions() {
    Arbitrary<Optional<ZoneId>> fixed = zones().optional();
    Arbitrary<Occasion> dated =
        Combinators.combine(days(), minutes(), fixed)
            .as((day, time, zone) -> new Occasion.At(day.atTime(time), zone));
    Arbitrary<Occasion> weekly = days().map(day -> new Occasion.InWeek(day.with(DayOfWeek.MONDAY)));
    return Arbitraries.oneOf(dated, weekly);
  }

  @Provide
  Arbitrary<Schedule> schedules() {
    Arbitrary<String> rules =
        Arbitraries.of(
            "FREQ=WEEKLY;BYDAY=SU",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=MONTHLY;BYDAY=-1SU",
            "FREQ=WEEKLY;COUNT=3");
    Arbitrary<Schedule> dated =
        Combinators.combine(rules, days(), minutes(), zones().optional())
            .as((rule, day, time, zone) ->
                new Schedule.Dated(Recurrence.of(rule, day.atTime(time), Optional.empty()), zone));
    Arbitrary<Schedule> weekly = days().map(day -> new Schedule.OwnWeekly(day, Optional.empty()));
    return Arbitraries.oneOf(dated, weekly);
  }

  @Provide
  Arbitrary<SendRules> rules() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 14 * 1440).map(Duration::ofMinutes),
            Arbitraries.of(true, false),
            spans())
        .as(SendRules::new);
  }

  @Provide
  Arbitrary<Diary> diaries() {
    Arbitrary<QuietHours> quiet = Combinators.combine(minutes(), minutes()).as(QuietHours::new);
    return Combinators.combine(
            zones(),
            Arbitraries.of(DayOfWeek.class),
            minutes(),
            quiet,
            Arbitraries.of(Nation.class).optional(),
            spans())
        .as(Diary::new);
  }

  private Arbitrary<List<Span>> spans() {
    return Combinators.combine(days(), Arbitraries.integers().between(0, 60))
        .as((first, length) -> new Span(first, first.plusDays(length)))
        .list()
        .ofMaxSize(12);
  }

  private static Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  private static Arbitrary<LocalTime> minutes() {
    return Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute));
  }
}
