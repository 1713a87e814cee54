package org.rapport.bot.campaign.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapport.bot.people.QuietHours;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

class SendTimesTest {
  private static final Duration WEEK = Duration.ofDays(6);

  private final SendTimes times = new SendTimes(BankHolidays.shipped());

  @Test
  void anOrdinaryDayIsKept() {
    assertThat(due("2027-02-03T10:00", SampleDiary.in("Europe/London")))
        .isEqualTo(dueAt("2027-02-03T10:00:00Z", "2027-02-09T10:00:00Z"));
  }

  @Test
  void easterMovesToTheNextWorkingDayAtTheSameTime() {
    assertThat(due("2027-03-26T10:00", SampleDiary.in("Europe/London")))
        .isEqualTo(dueAt("2027-03-30T09:00:00Z", "2027-04-01T10:00:00Z"));
  }

  @Test
  void easterMondayIsAWorkingDayInScotland() {
    Diary scot = SampleDiary.of("Europe/London", Nation.SCOTLAND, List.of());
    assertThat(due("2027-03-29T10:00", scot))
        .isEqualTo(dueAt("2027-03-29T09:00:00Z", "2027-04-04T09:00:00Z"));
  }

  @Test
  void anEveningWaitsForTheMorningAndAFridayEveningForMonday() {
    Diary diary = SampleDiary.in("Europe/London");
    assertThat(due("2027-02-03T21:00", diary))
        .isEqualTo(dueAt("2027-02-04T08:00:00Z", "2027-02-09T21:00:00Z"));
    assertThat(due("2027-02-05T21:00", diary))
        .isEqualTo(dueAt("2027-02-08T08:00:00Z", "2027-02-11T21:00:00Z"));
  }

  @Test
  void inOneFixedZoneTheirOwnNightStillHoldsItOff() {
    Occasion inLondon =
        new Occasion.At(
            LocalDateTime.parse("2027-02-03T16:00"), Optional.of(ZoneId.of("Europe/London")));
    Diary karachi = SampleDiary.in("Asia/Karachi"); // 21:00 there
    assertThat(times.of(inLondon, rules(WEEK), karachi))
        .isEqualTo(dueAt("2027-02-04T03:00:00Z", "2027-02-09T16:00:00Z"));
  }

  @Test
  void leaveIsWaitedForIfThereIsTimeAndOtherwiseTheOccasionIsSkipped() {
    Span away = days("2027-02-03", "2027-02-05");
    Diary diary = SampleDiary.of("Europe/London", Nation.ENGLAND, List.of(away));
    assertThat(due("2027-02-03T10:00", diary))
        .isEqualTo(dueAt("2027-02-08T10:00:00Z", "2027-02-09T10:00:00Z"));
    assertThat(times.of(at("2027-02-03T10:00"), rules(Duration.ofDays(5)), diary))
        .isEqualTo(new SendTime.Skipped(Hold.ON_LEAVE));
  }

  @Test
  void theMomentThatIsTooLateIsTooLate() {
    Diary diary = SampleDiary.in("Europe/London");
    assertThat(times.of(at("2027-02-03T21:00"), rules(Duration.ofHours(11)), diary))
        .isEqualTo(new SendTime.Skipped(Hold.QUIET_HOURS));
    assertThat(times.of(at("2027-02-03T21:00"), rules(Duration.ofMinutes(661)), diary))
        .isEqualTo(dueAt("2027-02-04T08:00:00Z", "2027-02-04T08:01:00Z"));
  }

  @Test
  void nothingIsDueInAFreezeWhateverItsLength() {
    SendRules frozen = new SendRules(WEEK, true, List.of(days("2027-03-25", "2027-05-06")));
    assertThat(times.of(at("2027-03-24T21:00"), frozen, SampleDiary.in("Europe/London")))
        .isEqualTo(new SendTime.Skipped(Hold.QUIET_HOURS));
    assertThat(times.of(at("2027-04-14T10:00"), frozen, SampleDiary.in("Europe/London")))
        .isEqualTo(new SendTime.Skipped(Hold.PRE_ELECTION));
  }

  @Test
  void whoeverChoseSaturdaysGetsThemButNoSundays() {
    Diary saturday =
        new Diary(
            ZoneId.of("Europe/London"),
            DayOfWeek.SATURDAY,
            LocalTime.of(10, 0),
            new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0)),
            Optional.of(Nation.ENGLAND),
            List.of());
    Occasion week = new Occasion.InWeek(LocalDate.parse("2027-02-01"));
    assertThat(times.of(week, rules(WEEK), saturday))
        .isEqualTo(dueAt("2027-02-06T10:00:00Z", "2027-02-12T10:00:00Z"));
    assertThat(times.hold(Instant.parse("2027-02-07T10:00:00Z"), rules(WEEK), saturday))
        .contains(Hold.WEEKEND);
  }

  @Test
  void christmasOnASaturdayIsKeptByWhoeverChoseSaturdays() {
    Diary saturday =
        new Diary(
            ZoneId.of("Europe/London"),
            DayOfWeek.SATURDAY,
            LocalTime.of(10, 0),
            new QuietHours(LocalTime.of(18, 0), LocalTime.of(8, 0)),
            Optional.of(Nation.WALES),
            List.of());
    assertThat(due("2027-12-25T10:00", saturday))
        .isEqualTo(dueAt("2027-12-29T10:00:00Z", "2027-12-31T10:00:00Z"));
  }

  /** At the end of British Summer Time the clock shows 01:10 twice; 01:30 ends the quiet twice. */
  @Test
  void theSecondOfTwoAutumnHoursIsQuietToo() {
    Diary owl =
        new Diary(
            ZoneId.of("Europe/London"),
            DayOfWeek.SUNDAY,
            LocalTime.of(1, 40),
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(1, 30)),
            Optional.of(Nation.ENGLAND),
            List.of());
    Instant second = Instant.parse("2027-10-31T01:10:00Z");
    assertThat(times.from(second, second.plus(WEEK), rules(WEEK), owl))
        .isEqualTo(new SendTime.Due(Instant.parse("2027-10-31T01:30:00Z"), second.plus(WEEK)));
  }

  @Test
  void aWindowIsAtMostAFortnight() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rules(Duration.ofDays(15)))
        .withMessage("Expected a window from 1 minute to 14 days");
    assertThatIllegalArgumentException().isThrownBy(() -> rules(Duration.ZERO));
  }

  private SendTime due(String local, Diary diary) {
    return times.of(at(local), rules(WEEK), diary);
  }

  private static Occasion at(String local) {
    return new Occasion.At(LocalDateTime.parse(local), Optional.empty());
  }

  private static SendRules rules(Duration window) {
    return new SendRules(window, false, List.of());
  }

  private static SendTime dueAt(String due, String tooLate) {
    return new SendTime.Due(Instant.parse(due), Instant.parse(tooLate));
  }

  private static Span days(String first, String last) {
    return new Span(LocalDate.parse(first), LocalDate.parse(last));
  }
}
