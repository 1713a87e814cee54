package org.rapport.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.ShippedGuidance;
import org.rapport.knowledge.content.ShippedContent;

/** The rules give the days of the table, which was worked out another way. */
class CalendarDatesTest {
  private static final int FIRST_YEAR = 2026;
  private static final int LAST_YEAR = 2030;

  private final List<AwarenessDay> days = ShippedGuidance.content().library().calendar().days();

  @Test
  void theRulesGiveTheDaysOfTheTableAndNoOthers() {
    List<String> computed = days.stream().flatMap(day -> rows(day).stream()).sorted().toList();

    assertThat(computed).isEqualTo(table());
  }

  @Test
  void whatAnOrganiserSetsIsNeverCertain() {
    assertThat(days)
        .filteredOn(day -> day.timing() instanceof Timing.SetEachYear)
        .hasSizeGreaterThan(40)
        .noneMatch(day -> day.timing().isCertain());
  }

  @ParameterizedTest
  @CsvSource({
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1, 2028-02-29",
    "FREQ=YEARLY;BYMONTH=6;BYDAY=-1SA, 2028-06-24",
    "FREQ=YEARLY;BYMONTH=1;BYDAY=3MO, 2028-01-17",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31, 2028-12-31",
    "'FREQ=YEARLY;BYMONTH=6;BYDAY=WE;BYMONTHDAY=21,22,23,24,25,26,27', 2028-06-21",
  })
  void aRuleGivesTheDayOfAYear(String rule, LocalDate day) {
    assertThat(YearlyRule.of(rule).in(day.getYear())).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "every Monday",
        "FREQ=DAILY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=2;BYDAY=5MO",
        "FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1",
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=0",
        "FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYMONTHDAY=1,2",
        "FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7,8",
      })
  void aRuleWithoutOneDayInEachYearIsRefused(String rule) {
    assertThatThrownBy(() -> YearlyRule.of(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  private static List<String> rows(AwarenessDay day) {
    return IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
        .mapToObj(year -> day.timing().expectedIn(year).map(span -> row(day, year, span)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String row(AwarenessDay day, int year, Span span) {
    return String.join(
        "\t", day.id(), String.valueOf(year), span.first().toString(), span.last().toString());
  }

  private static List<String> table() {
    return ShippedContent.from(CalendarDatesTest::table);
  }

  private static List<String> table(Path content) {
    try {
      return Files.readAllLines(content.resolve("library/calendar/dates-2026-2030.tsv")).stream()
          .skip(1)
          .sorted()
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
