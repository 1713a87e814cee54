package org.rapport.bot.campaign;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Enrolment;
import org.rapport.bot.people.Enrolments;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;
import org.rapport.knowledge.library.Nation;

/**
 * Reads people from a table with commas. Its first row names the columns, in any order: {@code
 * address} ({@code slack:TEAM/USER} or {@code teams:TENANT/AADID}), and if wanted {@code position},
 * {@code stage}, {@code zone}, {@code nation}, {@code tags} and {@code leave}, the last two with
 * semicolons between.
 */
final class PeopleTable {
  private static final List<String> COLUMNS =
      List.of("address", "position", "stage", "zone", "tags", "nation", "leave");
  private static final int MOST_TAGS = 20;
  private static final int LONGEST_TAG = 40;
  private static final int MOST_LEAVES = 20;

  private final CsvRows rows;
  private final List<String> columns;
  private final PeopleImport.Why why;

  /**
   * @throws InputRefused if the first row does not name the columns
   */
  PeopleTable(String text, PeopleImport.Why why) {
    this.rows = new CsvRows(text);
    this.why = why;
    this.columns =
        rows.hasNext()
            ? rows.next().cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList()
            : List.of();
    boolean twice = new HashSet<>(columns).size() < columns.size();
    if (twice || !columns.contains("address") || !COLUMNS.containsAll(columns)) {
      throw new InputRefused(
          List.of(
              "line 1: expected the names of columns, address and any of "
                  + String.join(", ", COLUMNS.subList(1, COLUMNS.size()))));
    }
  }

  /** What a row says. */
  sealed interface Line {
    /** Somebody. */
    record Somebody(int line, Enrolments.Entry entry) implements Line {}

    /** Nobody, and why. */
    record Bad(int line, String reason) implements Line {}
  }

  /** The next row that is not blank; empty at the end. */
  Optional<Line> next() {
    while (rows.hasNext()) {
      CsvRows.Row row = rows.next();
      if (!row.isBlank()) {
        return Optional.of(line(row));
      }
    }
    return Optional.empty();
  }

  private Line line(CsvRows.Row row) {
    if (!row.problem().isEmpty()) {
      return new Line.Bad(row.line(), row.problem());
    }
    if (row.cells().size() != columns.size()) {
      return new Line.Bad(
          row.line(), "expected %d cells, found %d".formatted(columns.size(), row.cells().size()));
    }
    Cells cells = new Cells(columns, row.cells());
    Optional<Address> address = cells.one("address", AddressText.EXPECTED, AddressText::read);
    Enrolment said = said(cells);
    if (address.isEmpty() && cells.problems.isEmpty()) {
      cells.problems.add("address: expected " + AddressText.EXPECTED);
    }
    return cells.problems.isEmpty()
        ? new Line.Somebody(row.line(), new Enrolments.Entry(address.orElseThrow(), said))
        : new Line.Bad(row.line(), String.join("; ", cells.problems));
  }

  private Enrolment said(Cells cells) {
    return new Enrolment(
        why.by(),
        why.because(),
        cells.one("position", "one such as chief-executive", PeopleTable::position),
        cells.one("stage", "0 to 5", PeopleTable::stage),
        cells.one("zone", "one such as Europe/London", PeopleTable::zone),
        cells.one("nation", "england, scotland, wales or northern-ireland", PeopleTable::nation),
        Set.copyOf(
            new HashSet<>(
                cells.several(
                    "tags", MOST_TAGS, "up to 20 of 1 to 40 characters", PeopleTable::tag))),
        cells.several("leave", MOST_LEAVES, Days.EXPECTED, Days::read),
        why.list().stream().collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<Position> position(String cell) {
    return Position.of(hyphened(cell));
  }

  private static Optional<Stage> stage(String cell) {
    return cell.matches("[0-5]") ? Stage.of(Integer.parseInt(cell)) : Optional.empty();
  }

  private static Optional<ZoneId> zone(String cell) {
    return Preferences.zone(cell);
  }

  private static Optional<Nation> nation(String cell) {
    String name = hyphened(cell).replace('-', '_').toUpperCase(Locale.ROOT);
    return Arrays.stream(Nation.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  private static Optional<String> tag(String cell) {
    return Optional.of(cell.toLowerCase(Locale.ROOT)).filter(tag -> tag.length() <= LONGEST_TAG);
  }

  private static String hyphened(String cell) {
    return cell.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
  }

  /** The cells of a row by the names of their columns, with what is wrong in them. */
  private static final class Cells {
    private final List<String> columns;
    private final List<String> cells;
    private final List<String> problems = new ArrayList<>();

    Cells(List<String> columns, List<String> cells) {
      this.columns = columns;
      this.cells = cells;
    }

    <T> Optional<T> one(String column, String expected, Function<String, Optional<T>> meaning) {
      return several(column, 1, expected, meaning).stream().findFirst();
    }

    <T> List<T> several(
        String column, int most, String expected, Function<String, Optional<T>> meaning) {
      int index = columns.indexOf(column);
      List<String> said =
          index < 0
              ? List.of()
              : Arrays.stream(cells.get(index).split(";"))
                  .map(String::strip)
                  .filter(each -> !each.isEmpty())
                  .toList();
      List<T> found = said.stream().flatMap(each -> meaning.apply(each).stream()).toList();
      if (found.size() < said.size() || said.size() > most) {
        problems.add(column + ": expected " + expected);
      }
      return found;
    }
  }
}
