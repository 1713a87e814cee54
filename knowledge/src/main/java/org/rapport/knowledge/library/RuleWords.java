package org.rapport.knowledge.library;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** A fixed timing in words: "4 January", "The third Monday of January", "All of May". */
final class RuleWords {
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  /** Not a leap year; what is asked here is the same in every year. */
  private static final int ANY_YEAR = 2027;

  private RuleWords() {}

  static String of(Timing.Fixed timing) {
    return timing.inWords().orElseGet(() -> ofRule(timing));
  }

  private static String ofRule(Timing.Fixed timing) {
    YearlyRule rule = timing.rule();
    String month = monthName(rule.month());
    if (timing.length() instanceof Length.RestOfMonth && rule.dayOfMonth() == 1) {
      return "All of " + month;
    }
    if (rule.dayOfMonth() != 0) {
      return rule.dayOfMonth() > 0 ? dates(timing) : "The last day of " + month;
    }
    String weekday = rule.weekday().getDisplayName(TextStyle.FULL, Locale.UK);
    String day = "The " + ordinal(rule.ordinal()) + " " + weekday + " of " + month;
    return timing.length().equals(new Length.Days(1)) ? day : "From " + lowerFirst(day);
  }

  private static String dates(Timing.Fixed timing) {
    return DateWords.withoutYear(timing.in(ANY_YEAR));
  }

  private static String ordinal(int number) {
    return number < 0 ? "last" : ORDINALS.get(number - 1);
  }

  private static String lowerFirst(String words) {
    return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
  }

  static String monthName(int month) {
    return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
  }
}
