package org.rapport.knowledge.library;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** When an entry of the calendar is. */
public sealed interface Timing {
  /**
   * The rule fixes the date, in any year.
   *
   * @param inWords the rule in words, where it has some of its own
   */
  record Fixed(YearlyRule rule, Length length, Optional<String> inWords) implements Timing {
    /** The days in a year. */
    public Span in(int year) {
      return length.from(rule.in(year));
    }
  }

  /**
   * An organiser sets the date each year, so no date is ever shown for a year to come.
   *
   * @param usually when it tends to be, in words
   * @param rule the usual first day, where there is one
   * @param length where it is known
   * @param window when to look the date up, where that is known
   * @param known the days in years gone by
   */
  record SetEachYear(
      String usually,
      Optional<YearlyRule> rule,
      Optional<Length> length,
      Optional<Window> window,
      List<Span> known)
      implements Timing {
    public SetEachYear {
      known = List.copyOf(known);
    }
  }

  /** Where a computed date is known for a year: the usual one, if an organiser may move it. */
  default Optional<Span> expectedIn(int year) {
    return switch (this) {
      case Fixed fixed -> Optional.of(fixed.in(year));
      case SetEachYear set ->
          set.rule().map(rule -> set.length().orElse(new Length.Days(1)).from(rule.in(year)));
    };
  }

  /** The month that it starts in, 1 to 12; empty where it moves through the year. */
  default Optional<Integer> month() {
    return switch (this) {
      case Fixed fixed -> Optional.of(fixed.rule().month());
      case SetEachYear set ->
          set.rule().map(YearlyRule::month).or(() -> set.window().map(Window::month));
    };
  }

  /** Whether its date may be told for a year to come. */
  default boolean isCertain() {
    return this instanceof Fixed;
  }

  /**
   * Days of any year, as an editor reads {@code usually}; may run over the end of a month.
   *
   * @param from its first day
   * @param to its last day, later in the year
   */
  record Window(MonthDay from, MonthDay to) {
    int month() {
      return from.getMonthValue();
    }
  }
}
