package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads text-speak and slang as the words it stands for. A form of one character, as "2" or "u",
 * stands for a word only beside a longer one.
 */
final class Shorthand {
  private final Map<String, String> readings;
  private final Pattern longer;
  private final Pattern any;

  /**
   * @param readings lower-case form to what it is read as
   */
  Shorthand(Map<String, String> readings) {
    this.readings = readings;
    this.longer = pattern(readings.keySet().stream().filter(form -> form.length() > 1).toList());
    this.any = pattern(List.copyOf(readings.keySet()));
  }

  /** The text without short forms. */
  String spelledOut(String text) {
    return longer.matcher(text).find()
        ? any.matcher(text).replaceAll(form -> Matcher.quoteReplacement(reading(form.group())))
        : text;
  }

  private String reading(String form) {
    return readings.getOrDefault(form.toLowerCase(Locale.ROOT), form);
  }

  /** The longest forms first, so that one in another does not hide it; never matches if none. */
  private static Pattern pattern(List<String> forms) {
    List<String> longestFirst = new ArrayList<>(forms);
    longestFirst.sort(Comparator.comparingInt(String::length).reversed());
    String either = longestFirst.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile(
        either.isEmpty()
            ? "(?!)"
            : "(?<![\\p{L}\\p{N}@#])(?:" + either + ")(?![\\p{L}\\p{N}'\u2019])",
        Pattern.CASE_INSENSITIVE);
  }
}
