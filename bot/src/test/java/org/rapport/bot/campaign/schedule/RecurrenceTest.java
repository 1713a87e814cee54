package org.rapport.bot.campaign.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int MOST_DAYS = 3654; // ten years with three leap days, and the day itself
  private static final LocalDateTime START = LocalDateTime.parse("2027-01-01T09:00");

  @Test
  void aRuleGivesItsDaysAtTheTimeOfTheStart() {
    Recurrence mondays = of("FREQ=MONTHLY;BYDAY=1MO;COUNT=3");
    assertThat(mondays.all())
        .containsExactly(
            LocalDateTime.parse("2027-01-04T09:00"),
            LocalDateTime.parse("2027-02-01T09:00"),
            LocalDateTime.parse("2027-03-01T09:00"));
  }

  @Test
  void aDateIsNextAtItsOwnMomentAndNotAfter() {
    Recurrence once = Recurrence.once(START);
    assertThat(once.next(START.minusYears(1))).contains(START);
    assertThat(once.next(START)).contains(START);
    assertThat(once.next(START.plusMinutes(1))).isEmpty();
  }

  @Test
  void theEndIsTheLastDay() {
    Recurrence daily =
        Recurrence.of("FREQ=DAILY", START, Optional.of(LocalDate.parse("2027-01-03")));
    assertThat(daily.all()).hasSize(3).last().isEqualTo(LocalDateTime.parse("2027-01-03T09:00"));
  }

  @Test
  void aSlotInTheSpringGapMovesOnAndNoWeekIsLost() {
    Recurrence sundays =
        Recurrence.of(
            "FREQ=WEEKLY;BYDAY=SU;COUNT=3",
            LocalDateTime.parse("2027-03-21T01:30"),
            Optional.empty());
    assertThat(instants(sundays))
        .containsExactly(
            Instant.parse("2027-03-21T01:30:00Z"),
            Instant.parse("2027-03-28T01:30:00Z"), // 02:30 by the clock
            Instant.parse("2027-04-04T00:30:00Z"));
  }

  @Test
  void theFirstOfTheTwoAutumnHoursIsTaken() {
    Recurrence sundays =
        Recurrence.of(
            "FREQ=WEEKLY;BYDAY=SU;COUNT=2",
            LocalDateTime.parse("2027-10-31T01:30"),
            Optional.empty());
    assertThat(instants(sundays))
        .containsExactly(
            Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-11-07T01:30:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "weekly",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=HOURLY;COUNT=2",
        "FREQ=DAILY;BYHOUR=3",
        "FREQ=DAILY;BYSECOND=1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-12",
        "FREQ=DAILY;COUNT=99999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;UNTIL=20271231T000000Z",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=99MO",
        "FREQ=MONTHLY;BYMONTHDAY=99999999999999999999",
        "FREQ=DAILY;COUNT=2;UNTIL=20271231",
        "FREQ=DAILY;COUNT=2;COUNT=3",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO\nFREQ=WEEKLY"
      })
  void aRuleThatIsNoneOrNotForPeopleIsRefused(String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(rule))
        .withMessageStartingWith("Expected a rule");
  }

  @Test
  void aRuleAsLongAsABookIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("FREQ=DAILY;BYMONTHDAY=" + "1,".repeat(1_000_000)))
        .withMessageStartingWith("Expected a rule of days, at most 200 characters");
  }

  @Test
  void noRuleGoesOnForMoreThanTenYears() {
    assertThat(of("FREQ=DAILY").all().size()).isEqualTo(MOST_DAYS);
    assertThat(of("FREQ=DAILY;COUNT=9999").all().size()).isEqualTo(MOST_DAYS);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Recurrence.of("FREQ=DAILY", START, Optional.of(LocalDate.parse("2037-01-02"))))
        .withMessage("Expected an end from 2027-01-01 to 2037-01-01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-999999999-01-01T00:00", "+999999999-12-31T00:00", "2027-01-01T09:00:01"})
  void aStartThatNobodyMeansIsRefused(String start) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Recurrence.of("FREQ=DAILY", LocalDateTime.parse(start), Optional.empty()))
        .withMessageStartingWith("Expected a start");
  }

  @Test
  void noWeekOfAWeeklyRuleIsLostInTenYears() {
    List<LocalDateTime> tuesdays = of("FREQ=WEEKLY;BYDAY=TU").all();
    for (int i = 0; i < tuesdays.size(); i++) {
      assertThat(tuesdays.get(i)).isEqualTo(tuesdays.getFirst().plusWeeks(i));
      assertThat(tuesdays.get(i).getDayOfWeek()).isEqualTo(DayOfWeek.TUESDAY);
    }
    assertThat(tuesdays).hasSize(522);
  }

  @Property(tries = 500)
  void whateverIsWrittenGivesBoundedDaysInOrderOrIsRefusedWithWhatWasExpected(
      @ForAll("rules") String rule) {
    try {
      List<LocalDateTime> days = of(rule).all();
      assertThat(days.size()).isBetween(1, MOST_DAYS);
      assertThat(days).isSorted().doesNotHaveDuplicates();
      assertThat(days.getFirst()).isAfterOrEqualTo(START);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("Expected");
    }
  }

  @Provide
  Arbitrary<String> rules() {
    Arbitrary<String> parts =
        Combinators.combine(
                Arbitraries.of(
                    "INTERVAL",
                    "COUNT",
                    "UNTIL",
                    "BYDAY",
                    "BYMONTH",
                    "BYMONTHDAY",
                    "BYSETPOS",
                    "WKST",
                    "BYHOUR",
                    "BYEASTER"),
                Arbitraries.oneOf(
                    Arbitraries.integers().between(-400, 400).map(String::valueOf),
                    Arbitraries.of("MO", "-1FR", "5MO", "53SU", "MO,TU", "31,-31", "20280230"),
                    Arbitraries.strings().withChars("+-,0123456789MOTU").ofMaxLength(8)))
            .as((name, value) -> ";" + name + "=" + value);
    return Combinators.combine(
            Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), parts.list().ofMaxSize(4))
        .as((freq, list) -> "FREQ=" + freq + String.join("", list));
  }

  private static Recurrence of(String rule) {
    return Recurrence.of(rule, START, Optional.empty());
  }

  private static List<Instant> instants(Recurrence recurrence) {
    return recurrence.all().stream().map(time -> time.atZone(LONDON).toInstant()).toList();
  }
}
