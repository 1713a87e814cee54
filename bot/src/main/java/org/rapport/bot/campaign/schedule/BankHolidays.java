package org.rapport.bot.campaign.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rapport.knowledge.library.Nation;

/**
 * The bank holidays of each nation: from the table for the years that it has, by {@link
 * BankHolidayRule} for others. The head of the table says how to refresh it.
 */
public final class BankHolidays {
  private static final String TABLE = "/schedule/bank-holidays.tsv";
  private static final String COLUMNS = "date\tcalendar\tname\tkind\tstatus";

  private final Map<Integer, Map<Nation, Set<LocalDate>>> years = new ConcurrentHashMap<>();

  private BankHolidays(List<String> rows) {
    rows.forEach(this::add);
  }

  /** The table that comes with Rapport. */
  public static BankHolidays shipped() {
    return new BankHolidays(
        lines().filter(line -> !line.startsWith("#") && !line.equals(COLUMNS)).toList());
  }

  /**
   * Whether a day is a bank holiday, or the weekend day that one stands for.
   *
   * @param nation where; empty for anywhere in the kingdom
   */
  public boolean include(LocalDate day, Optional<Nation> nation) {
    Map<Nation, Set<LocalDate>> year = years.computeIfAbsent(day.getYear(), BankHolidays::byRule);
    return nation
        .map(one -> Objects.requireNonNull(year.get(one)).contains(day))
        .orElseGet(() -> year.values().stream().anyMatch(days -> days.contains(day)));
  }

  private void add(String row) {
    String[] cells = row.split("\t", -1);
    LocalDate day = LocalDate.parse(cells[0]);
    Map<Nation, Set<LocalDate>> year =
        years.computeIfAbsent(day.getYear(), _ -> new EnumMap<>(Nation.class));
    nations(cells[1])
        .forEach(nation -> year.computeIfAbsent(nation, _ -> new HashSet<>()).add(day));
  }

  private static List<Nation> nations(String calendar) {
    return switch (calendar) {
      case "england-and-wales" -> List.of(Nation.ENGLAND, Nation.WALES);
      case "scotland" -> List.of(Nation.SCOTLAND);
      case "northern-ireland" -> List.of(Nation.NORTHERN_IRELAND);
      default ->
          throw new IllegalStateException(
              "Expected england-and-wales, scotland or northern-ireland, found " + calendar);
    };
  }

  private static Map<Nation, Set<LocalDate>> byRule(int year) {
    Map<Nation, Set<LocalDate>> days = new EnumMap<>(Nation.class);
    for (Nation nation : Nation.values()) {
      days.put(nation, BankHolidayRule.in(year, nation).keySet());
    }
    return days;
  }

  private static Stream<String> lines() {
    try (InputStream table = BankHolidays.class.getResourceAsStream(TABLE)) {
      byte[] bytes = Objects.requireNonNull(table, TABLE).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines();
    } catch (IOException broken) {
      throw new UncheckedIOException("Expected the table " + TABLE, broken);
    }
  }
}
