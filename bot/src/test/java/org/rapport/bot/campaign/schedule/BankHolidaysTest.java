package org.rapport.bot.campaign.schedule;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.campaign.schedule.BankHolidayRule.Kind;
import org.rapport.knowledge.library.Nation;

class BankHolidaysTest {
  private static final Map<String, Nation> CALENDARS =
      Map.of(
          "england-and-wales", Nation.ENGLAND,
          "scotland", Nation.SCOTLAND,
          "northern-ireland", Nation.NORTHERN_IRELAND);

  private final BankHolidays holidays = BankHolidays.shipped();

  private record Row(LocalDate day, String calendar, String kind, String status) {}

  @ParameterizedTest
  @ValueSource(ints = {2026, 2027, 2028, 2029, 2030})
  void theTableIsWhatTheRuleGivesButForProclaimedDays(int year) throws IOException {
    for (Map.Entry<String, Nation> calendar : CALENDARS.entrySet()) {
      Map<LocalDate, Kind> written =
          rows().stream()
              .filter(row -> row.day().getYear() == year)
              .filter(row -> row.calendar().equals(calendar.getKey()))
              .filter(row -> !row.kind().equals("proclaimed"))
              .collect(
                  toMap(
                      Row::day, row -> row.kind().equals("replaced") ? Kind.REPLACED : Kind.KEPT));
      assertThat(written).isEqualTo(BankHolidayRule.in(year, calendar.getValue()));
    }
  }

  @Test
  void theTableSaysWhichYearsAreNotPublishedYet() throws IOException {
    for (Row row : rows()) {
      assertThat(row.status()).isEqualTo(row.day().getYear() <= 2028 ? "published" : "computed");
    }
    assertThat(rows()).extracting(row -> row.day().getYear()).contains(2026, 2030);
  }

  /** The summer and winter of 2027, as GOV.UK lists them. */
  @ParameterizedTest
  @CsvSource({
    "2027-01-02, SCOTLAND, true", // replaced by the 4th
    "2027-01-04, SCOTLAND, true",
    "2027-01-04, ENGLAND, false",
    "2027-03-17, NORTHERN_IRELAND, true",
    "2027-03-17, WALES, false",
    "2027-03-29, WALES, true",
    "2027-03-29, SCOTLAND, false",
    "2027-07-12, NORTHERN_IRELAND, true",
    "2027-08-02, SCOTLAND, true",
    "2027-08-30, SCOTLAND, false",
    "2027-08-30, ENGLAND, true",
    "2027-11-30, SCOTLAND, true",
    "2027-12-25, ENGLAND, true",
    "2027-12-26, ENGLAND, true",
    "2027-12-27, ENGLAND, true",
    "2027-12-28, ENGLAND, true",
    "2027-12-29, ENGLAND, false",
    "2026-06-15, SCOTLAND, true",
    "2026-06-15, ENGLAND, false"
  })
  void eachNationHasItsOwn(LocalDate day, Nation nation, boolean isHoliday) {
    assertThat(holidays.include(day, Optional.of(nation))).isEqualTo(isHoliday);
  }

  @Test
  void whereTheNationIsNotKnownThoseOfAllAreKept() {
    assertThat(holidays.include(LocalDate.parse("2027-11-30"), Optional.empty())).isTrue();
    assertThat(holidays.include(LocalDate.parse("2027-07-12"), Optional.empty())).isTrue();
    assertThat(holidays.include(LocalDate.parse("2027-07-13"), Optional.empty())).isFalse();
  }

  @Test
  void aYearAfterTheTableGoesByRule() {
    LocalDate christmas2033 = LocalDate.parse("2033-12-25"); // a Sunday before a holiday
    assertThat(holidays.include(christmas2033.plusDays(2), Optional.of(Nation.WALES))).isTrue();
    assertThat(holidays.include(christmas2033.plusDays(3), Optional.of(Nation.WALES))).isFalse();
    LocalDate newYear2034 = LocalDate.parse("2034-01-01"); // and so is this
    assertThat(holidays.include(newYear2034.plusDays(2), Optional.of(Nation.SCOTLAND))).isTrue();
    assertThat(holidays.include(newYear2034.plusDays(2), Optional.of(Nation.ENGLAND))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22", "1943-04-25", "1981-04-19", "2000-04-23", "2026-04-05", "2027-03-28",
        "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18", "2285-03-22"
      })
  void easterIsWhenItWas(LocalDate sunday) {
    assertThat(Easter.in(sunday.getYear())).isEqualTo(sunday);
  }

  @Test
  void easterIsTheSundayAfterTheFullMoonOfTheChurch() {
    assertThat(IntStream.rangeClosed(1583, 4099))
        .allSatisfy(year -> assertThat(Easter.in(year)).isEqualTo(afterFullMoon(year)));
  }

  /** By golden number and epact: Knuth, The Art of Computer Programming 1, exercise 1.3.2-14. */
  private static LocalDate afterFullMoon(int year) {
    int golden = year % 19 + 1;
    int century = year / 100 + 1;
    int droppedLeapDays = 3 * century / 4 - 12;
    int moon = (8 * century + 5) / 25 - 5;
    int sunday = 5 * year / 4 - droppedLeapDays - 10;
    int epact = Math.floorMod(11 * golden + 20 + moon - droppedLeapDays, 30);
    if (epact == 25 && golden > 11 || epact == 24) {
      epact++;
    }
    int full = 44 - epact;
    if (full < 21) {
      full += 30;
    }
    int day = full + 7 - (sunday + full) % 7;
    return LocalDate.of(year, 3, 1).plusDays(day - 1L);
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (InputStream table =
        Objects.requireNonNull(
            BankHolidays.class.getResourceAsStream("/schedule/bank-holidays.tsv"))) {
      new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("20"))
          .map(line -> line.split("\t"))
          .forEach(
              cells -> rows.add(new Row(LocalDate.parse(cells[0]), cells[1], cells[3], cells[4])));
    }
    return rows;
  }
}
