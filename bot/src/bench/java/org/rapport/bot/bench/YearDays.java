package org.rapport.bot.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/**
 * The days from 2027 on which nobody is to be nudged, written down apart from what Rapport knows:
 * the bank holidays as www.gov.uk/bank-holidays lists them.
 */
final class YearDays {
  static final LocalDate FIRST = LocalDate.parse("2027-01-01");

  /** Nothing is planned for a day after it. */
  static final LocalDate LAST = LocalDate.parse("2027-12-31");

  /** Before the election, as the organisation's rules have it. */
  static final Span ELECTION =
      new Span(LocalDate.parse("2027-03-25"), LocalDate.parse("2027-05-06"));

  /** Two days in September on which somebody turned the switch. */
  static final Instant FROZEN_FROM = Instant.parse("2027-09-14T05:00:00Z");

  static final Instant FROZEN_TO = Instant.parse("2027-09-16T05:00:00Z");

  private static final List<String> EVERYWHERE =
      List.of(
          "2027-01-01",
          "2027-03-26",
          "2027-05-03",
          "2027-05-31",
          "2027-12-27",
          "2027-12-28",
          "2028-01-03");
  private static final List<String> ENGLAND_AND_WALES = List.of("2027-03-29", "2027-08-30");
  private static final Map<Nation, Set<LocalDate>> BANK_HOLIDAYS =
      Map.of(
          Nation.ENGLAND,
          days(ENGLAND_AND_WALES),
          Nation.WALES,
          days(ENGLAND_AND_WALES),
          Nation.NORTHERN_IRELAND,
          days(List.of("2027-03-17", "2027-03-29", "2027-07-12", "2027-08-30")),
          Nation.SCOTLAND,
          days(List.of("2027-01-04", "2027-08-02", "2027-11-30", "2028-01-04")));

  private YearDays() {}

  static boolean isBankHoliday(LocalDate day, Nation nation) {
    return BANK_HOLIDAYS.getOrDefault(nation, Set.of()).contains(day);
  }

  static boolean isFrozen(Instant now) {
    return !now.isBefore(FROZEN_FROM) && now.isBefore(FROZEN_TO);
  }

  static boolean isIn(LocalDate day, Span span) {
    return !day.isBefore(span.first()) && !day.isAfter(span.last());
  }

  private static Set<LocalDate> days(List<String> more) {
    return Stream.concat(EVERYWHERE.stream(), more.stream())
        .map(LocalDate::parse)
        .collect(Collectors.toUnmodifiableSet());
  }
}
