package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PauseDayTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 2026-12-24",
    "24/12/2026, 2026-12-24",
    "24.12.2026, 2026-12-24",
    "24 December 2026, 2026-12-24",
    "24 dec 2026, 2026-12-24",
    "24 December, 2026-12-24",
    "3 jan, 2027-01-03",
    "1/2, 2027-02-01",
    "2 November, 2027-11-02"
  })
  void aDayIsReadAsPeopleInBritainWriteIt(String words, LocalDate day) {
    assertThat(PauseDay.read(words, TODAY)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Christmas", "31 February 2027", "30/2/2027", "12/24/2026", "next week"})
  void whatIsNoDayIsNone(String words) {
    assertThat(PauseDay.read(words, TODAY)).isEmpty();
  }

  @Test
  void aDayThatIsNotEveryYearFallsOnTheLastOfItsMonth() {
    assertThat(PauseDay.read("29 February", TODAY)).contains(LocalDate.of(2027, 2, 28));
  }
}
