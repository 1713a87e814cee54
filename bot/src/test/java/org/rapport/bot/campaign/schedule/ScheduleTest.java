package org.rapport.bot.campaign.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final Recurrence SUNDAYS =
      Recurrence.of(
          "FREQ=WEEKLY;BYDAY=SU;COUNT=4",
          LocalDateTime.parse("2027-03-21T01:30"),
          Optional.empty());

  @Test
  void anOccasionInOwnZonesIsPlannedBeforeAnybodysSlot() {
    Schedule schedule = new Schedule.Dated(SUNDAYS, Optional.empty());
    Occasion first = schedule.next(Instant.EPOCH).orElseThrow();
    assertThat(first.id()).isEqualTo("2027-03-21T01:30");
    assertThat(first.earliest()).isEqualTo("2027-03-20T11:30:00Z");
    for (String zone : ZoneId.getAvailableZoneIds()) {
      assertThat(first.slot(SampleDiary.in(zone))).isAfterOrEqualTo(first.earliest());
    }
  }

  @Test
  void oneFixedZoneIsTheSameMomentForEverybody() {
    Schedule schedule = new Schedule.Dated(SUNDAYS, Optional.of(ZoneId.of("Europe/London")));
    Occasion inGap = schedule.next(Instant.parse("2027-03-28T01:30:00Z")).orElseThrow();
    assertThat(inGap.id()).isEqualTo("2027-03-28T01:30");
    assertThat(inGap.slot(SampleDiary.in("Asia/Karachi"))).isEqualTo("2027-03-28T01:30:00Z");
    assertThat(inGap.slot(SampleDiary.in("Europe/London"))).isEqualTo("2027-03-28T01:30:00Z");
  }

  @Test
  void walkingAScheduleMeetsEachOccasionOnce() {
    assertThat(walked(new Schedule.Dated(SUNDAYS, Optional.empty())))
        .containsExactly(
            "2027-03-21T01:30", "2027-03-28T01:30", "2027-04-04T01:30", "2027-04-11T01:30");
    assertThat(walked(new Schedule.Dated(SUNDAYS, Optional.of(ZoneId.of("Europe/London")))))
        .hasSize(4);
  }

  @Test
  void theWeeklyCoachBeginsWithAWholeWeekAndEndsWithItsLast() {
    Schedule weekly =
        new Schedule.OwnWeekly(
            LocalDate.parse("2026-12-16"), Optional.of(LocalDate.parse("2027-01-10")));
    assertThat(walked(weekly)).containsExactly("2026-W52", "2026-W53", "2027-W01");
  }

  @Test
  void aPersonsSlotInAWeekIsTheirOwnDayAndTime() {
    Occasion week = new Occasion.InWeek(LocalDate.parse("2027-03-22"));
    assertThat(week.slot(SampleDiary.in("Europe/London"))).isEqualTo("2027-03-23T09:00:00Z");
    assertThat(week.slot(SampleDiary.in("Australia/Perth"))).isEqualTo("2027-03-23T01:00:00Z");
  }

  @Test
  void aWeekBeginsOnMonday() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Occasion.InWeek(LocalDate.parse("2027-03-23")))
        .withMessage("Expected a Monday, found 2027-03-23");
  }

  @Test
  void aScheduleThatEndsBeforeItBeginsIsRefused() {
    LocalDate start = LocalDate.parse("2027-01-02");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule.OwnWeekly(start, Optional.of(start.minusDays(1))))
        .withMessage("Expected an end from 2027-01-02 on");
  }

  private static List<String> walked(Schedule schedule) {
    List<String> ids = new ArrayList<>();
    Optional<Occasion> next = schedule.next(Instant.EPOCH);
    while (next.isPresent() && ids.size() < 100) {
      ids.add(next.get().id());
      next = schedule.next(next.get().earliest().plusMillis(1));
    }
    return ids;
  }
}
