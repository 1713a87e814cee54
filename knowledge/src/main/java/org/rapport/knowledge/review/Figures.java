package org.rapport.knowledge.review;

import java.math.BigDecimal;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers, percentages, dates and months that a text shows.
 *
 * <p>Each has a form that does not depend on how it is written: {@code 2,000}, {@code 2000} and
 * "two thousand" are {@code 2000}; {@code 30 per cent} is {@code 30%}; "30 Jan" is {@code 30
 * january}, and a month by itself {@code january}. Numbers up to ten count in digits, and in words
 * only as a percentage: "three steps" is prose. Addresses, {placeholders} and digits inside a name
 * (Proud2bOps) show none.
 */
final class Figures {
  private static final List<String> MONTHS =
      Stream.of(Month.values()).map(month -> month.name().toLowerCase(Locale.ROOT)).toList();
  private static final String MONTH =
      "(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b)";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";
  private static final String DATE =
      "\\b(?:(?<day>%1$s) (?<month>%2$s)|(?<monthFirst>%2$s) (?<dayLast>%1$s)(?![\\d,.]*\\d))"
          .formatted(DAY, MONTH);
  // May and March are verbs too: without a day they need a year, or a word that leads to a month.
  private static final String LONE_MONTH =
      "\\b(?<loneMonth>(?!May|March)%s|(?:May|March)(?= \\d{4})|%s(?:May|March)\\b)"
          .formatted(
              MONTH, "(?<=\\b(?i:in|by|since|from|until|to|of|and|late|early|mid|each|every) )");
  private static final String NUMBER =
      "(?<![\\p{L}\\d])(?<digits>\\d+(?:,\\d{3}){0,9}(?:[.:]\\d+){0,9})"
          + "(?: ?(?<scale>million|billion|thousand|m|bn|k)\\b)?(?<percent> ?%| per ?cent\\b)?";
  private static final String WORDS =
      "(?<words>(?i:" + NumberWords.PATTERN + "))(?<percentOfWords> ?%| per ?cent\\b)?";
  private static final Pattern FIGURE =
      Pattern.compile(String.join("|", DATE, LONE_MONTH, NUMBER, WORDS));
  private static final Pattern NOT_SHOWN = Pattern.compile("\\{[^{}]*}|" + PlainText.ADDRESS);
  private static final Map<String, Integer> POWERS =
      Map.of("thousand", 3, "k", 3, "million", 6, "m", 6, "billion", 9, "bn", 9);
  private static final int LARGEST_IN_PROSE = 10;

  private Figures() {}

  /** The forms of all of them, small numbers in words too. */
  static Set<String> in(String text) {
    return find(text).map(Figures::form).collect(Collectors.toSet());
  }

  /**
   * Those that need a fact.
   *
   * @return form to how the text writes it, in the order of the text
   */
  static Map<String, String> toBeFounded(String text) {
    return find(text)
        .filter(found -> !isProse(found))
        .collect(
            Collectors.toMap(
                Figures::form, MatchResult::group, (one, other) -> one, LinkedHashMap::new));
  }

  private static Stream<MatchResult> find(String text) {
    return FIGURE.matcher(NOT_SHOWN.matcher(text).replaceAll(" ")).results();
  }

  private static boolean isProse(MatchResult found) {
    return found.group("words") != null
        && found.group("percentOfWords") == null
        && NumberWords.value(found.group("words")) <= LARGEST_IN_PROSE;
  }

  private static String form(MatchResult found) {
    if (found.group("month") != null) {
      return day(found.group("day")) + " " + month(found.group("month"));
    }
    if (found.group("monthFirst") != null) {
      return day(found.group("dayLast")) + " " + month(found.group("monthFirst"));
    }
    if (found.group("loneMonth") != null) {
      return month(found.group("loneMonth"));
    }
    if (found.group("words") != null) {
      return NumberWords.value(found.group("words")) + sign(found.group("percentOfWords"));
    }
    return number(found) + sign(found.group("percent"));
  }

  private static String day(String digits) {
    return String.valueOf(Integer.parseInt(digits.replaceAll("\\D", "")));
  }

  private static String month(String name) {
    String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
    return MONTHS.stream().filter(month -> month.startsWith(start)).findFirst().orElseThrow();
  }

  private static String number(MatchResult found) {
    String digits = found.group("digits").replace(",", "").replace(':', '.');
    if (digits.indexOf('.') != digits.lastIndexOf('.')) {
      return digits;
    }
    String scale = found.group("scale");
    return new BigDecimal(digits)
        .scaleByPowerOfTen(scale == null ? 0 : POWERS.getOrDefault(scale, 0))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String sign(@Nullable String percent) {
    return percent == null ? "" : "%";
  }
}
