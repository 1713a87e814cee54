package org.rapport.knowledge.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.reading.Yaml;

/** Reads when an entry of the calendar is. */
final class TimingReader {
  static final Set<String> KEYS =
      Set.of(
          "rule",
          "in-words",
          "days",
          "set-each-year",
          "usually",
          "window",
          "known-dates",
          "certain");

  private static final int LONGEST = 99;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

  private TimingReader() {}

  /** The timing of an entry; empty, and problems noted, if it cannot be told. */
  static Optional<Timing> read(Yaml entry) {
    boolean isSet = entry.has("set-each-year") && entry.flag("set-each-year");
    if (entry.flag("certain") == isSet) {
      entry.problem("'certain': expected false with set-each-year, true without it");
    }
    Optional<YearlyRule> rule = rule(entry);
    return isSet ? Optional.of(setEachYear(entry, rule)) : fixed(entry, rule);
  }

  private static Optional<Timing> fixed(Yaml entry, Optional<YearlyRule> rule) {
    for (String key : List.of("usually", "window", "known-dates")) {
      if (entry.has(key)) {
        entry.problem("'" + key + "' is only for an entry with set-each-year");
      }
    }
    Optional<Length> length = length(entry);
    if (length.isEmpty() || rule.isEmpty()) {
      entry.problem("Expected a rule and days, or set-each-year");
      return Optional.empty();
    }
    return Optional.of(new Timing.Fixed(rule.get(), length.get(), entry.maybe("in-words")));
  }

  private static Timing setEachYear(Yaml entry, Optional<YearlyRule> rule) {
    return new Timing.SetEachYear(
        entry.text("usually"), rule, length(entry), window(entry), known(entry));
  }

  private static Optional<YearlyRule> rule(Yaml entry) {
    try {
      return entry.maybe("rule").map(YearlyRule::of);
    } catch (IllegalArgumentException wrong) {
      entry.problem("'rule': " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<Length> length(Yaml entry) {
    if (!entry.has("days")) {
      return Optional.empty();
    }
    return entry.text("days").equals("month")
        ? Optional.of(new Length.RestOfMonth())
        : Optional.of(new Length.Days(entry.number("days", 1, LONGEST)));
  }

  private static Optional<Timing.Window> window(Yaml entry) {
    if (!entry.has("window")) {
      return Optional.empty();
    }
    try {
      List<MonthDay> days =
          entry.list("window").stream().map(day -> MonthDay.parse(day, DAY)).toList();
      if (days.size() == 2 && days.getFirst().isBefore(days.getLast())) {
        return Optional.of(new Timing.Window(days.getFirst(), days.getLast()));
      }
    } catch (DateTimeException notDays) {
      // Told below, as for two days in the wrong order.
    }
    entry.problem("'window': expected its first and last day, such as [\"03-01\", \"03-16\"]");
    return Optional.empty();
  }

  private static List<Span> known(Yaml entry) {
    List<Span> known = new ArrayList<>();
    for (List<LocalDate> dates : entry.datePairs("known-dates")) {
      if (dates.getLast().isBefore(dates.getFirst())) {
        entry.problem("'known-dates': expected a first and a last day, found " + dates);
      } else {
        known.add(new Span(dates.getFirst(), dates.getLast()));
      }
    }
    return known;
  }
}
