package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreferencesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @Test
  void whoSaidNothingGetsANudgeInWorkingHoursAndHasNoHistory() {
    assertThat(Preferences.USUAL.zone()).isEqualTo(ZoneId.of("Europe/London"));
    assertThat(Preferences.USUAL.quiet().include(Preferences.USUAL.nudgeTime())).isFalse();
    assertThat(Preferences.USUAL.keepsHistory()).isFalse();
    assertThat(Preferences.USUAL.stopped()).isFalse();
  }

  @Test
  void quietHoursCanGoOverMidnight() {
    QuietHours night = hours("18:00", "08:00");

    assertThat(night.include(LocalTime.parse("18:00"))).isTrue();
    assertThat(night.include(LocalTime.parse("00:00"))).isTrue();
    assertThat(night.include(LocalTime.parse("07:59"))).isTrue();
    assertThat(night.include(LocalTime.parse("08:00"))).isFalse();
    assertThat(night.include(LocalTime.parse("17:59"))).isFalse();
  }

  @Test
  void quietHoursCanLieInADayOrBeNone() {
    QuietHours lunch = hours("12:00", "13:00");
    assertThat(lunch.include(LocalTime.parse("12:00"))).isTrue();
    assertThat(lunch.include(LocalTime.parse("13:00"))).isFalse();
    assertThat(lunch.include(LocalTime.MIDNIGHT)).isFalse();

    assertThat(hours("09:00", "09:00").include(LocalTime.parse("09:00"))).isFalse();
  }

  @Test
  void aNudgeInTheQuietHoursIsRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> at("07:00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outside the quiet hours, from 18:00 to 08:00");
  }

  @Test
  void aZoneThatNobodyHasAndATimeWithSecondsAreRefused() {
    assertThat(Preferences.zone("Europe/London")).contains(ZoneId.of("Europe/London"));
    assertThat(Preferences.zone("Europe/Londn")).isEmpty();
    assertThat(Preferences.zone("")).isEmpty();
    assertThatThrownBy(() -> at("09:00:30")).hasMessageContaining("hours and minutes");
  }

  @Test
  void aPauseEndsAfterTodayAndWithinAYear() {
    assertThat(Preferences.USUAL.pausedUntil(TODAY.plusDays(1), TODAY).pausedUntil())
        .contains(TODAY.plusDays(1));
    assertThatThrownBy(() -> Preferences.USUAL.pausedUntil(TODAY, TODAY))
        .hasMessageContaining("from 2026-11-03 to 2027-11-03");
    assertThatThrownBy(() -> Preferences.USUAL.pausedUntil(TODAY.plusDays(367), TODAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofTwoTheMoreCarefulCounts() {
    Preferences soon = Preferences.USUAL.pausedUntil(TODAY.plusDays(2), TODAY);
    Preferences late = Preferences.USUAL.pausedUntil(TODAY.plusDays(9), TODAY);

    assertThat(soon.unitedWith(late).pausedUntil()).contains(TODAY.plusDays(9));
    assertThat(late.unitedWith(soon).pausedUntil()).contains(TODAY.plusDays(9));
    assertThat(late.unitedWith(Preferences.USUAL).pausedUntil()).contains(TODAY.plusDays(9));
    assertThat(Preferences.USUAL.unitedWith(soon).pausedUntil()).contains(TODAY.plusDays(2));
    assertThat(Preferences.USUAL.unitedWith(Preferences.USUAL.stop()).stopped()).isTrue();
  }

  @Test
  void startingEndsAStopAndAPause() {
    assertThat(Preferences.USUAL.pausedUntil(TODAY.plusDays(2), TODAY).stop().start())
        .isEqualTo(Preferences.USUAL);
  }

  private static Preferences at(String time) {
    Preferences usual = Preferences.USUAL;
    return new Preferences(
        Optional.of(Position.CHAIR),
        Stage.LISTENER,
        Set.of(Platform.LINKEDIN),
        usual.zone(),
        DayOfWeek.MONDAY,
        LocalTime.parse(time),
        usual.quiet(),
        Optional.empty(),
        false,
        false);
  }

  private static QuietHours hours(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }
}
