package org.rapport.knowledge.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers written as words: "twelve", "twenty-one", "a hundred and fifty", "two million". */
final class NumberWords {
  private static final Map<String, Long> SMALL =
      Map.ofEntries(
          Map.entry("one", 1L),
          Map.entry("two", 2L),
          Map.entry("three", 3L),
          Map.entry("four", 4L),
          Map.entry("five", 5L),
          Map.entry("six", 6L),
          Map.entry("seven", 7L),
          Map.entry("eight", 8L),
          Map.entry("nine", 9L),
          Map.entry("ten", 10L),
          Map.entry("eleven", 11L),
          Map.entry("twelve", 12L),
          Map.entry("thirteen", 13L),
          Map.entry("fourteen", 14L),
          Map.entry("fifteen", 15L),
          Map.entry("sixteen", 16L),
          Map.entry("seventeen", 17L),
          Map.entry("eighteen", 18L),
          Map.entry("nineteen", 19L),
          Map.entry("twenty", 20L),
          Map.entry("thirty", 30L),
          Map.entry("forty", 40L),
          Map.entry("fifty", 50L),
          Map.entry("sixty", 60L),
          Map.entry("seventy", 70L),
          Map.entry("eighty", 80L),
          Map.entry("ninety", 90L));
  private static final Map<String, Long> SCALES =
      Map.of(
          "dozen",
          12L,
          "hundred",
          100L,
          "thousand",
          1_000L,
          "million",
          1_000_000L,
          "billion",
          1_000_000_000L);

  /** One number; "and" only after a hundred and the like, for "two and three" are two numbers. */
  static final String PATTERN = pattern();

  private NumberWords() {}

  /** The value of what {@link #PATTERN} matched. */
  static long value(String words) {
    long whole = 0;
    long below = 0;
    for (String word : words.toLowerCase(Locale.ROOT).split("[\\s-]+")) {
      Long scale = SCALES.get(word);
      if (scale == null) {
        below += SMALL.getOrDefault(word, 0L);
      } else if (scale >= 1_000) {
        whole += Math.max(1, below) * scale;
        below = 0;
      } else {
        below = Math.max(1, below) * scale;
      }
    }
    return whole + below;
  }

  private static String pattern() {
    String word = anyOf(Stream.concat(SMALL.keySet().stream(), SCALES.keySet().stream()).toList());
    return "\\b"
        + word
        + "((?<="
        + anyOf(List.copyOf(SCALES.keySet()))
        + ") and "
        + word
        + "|[ -]"
        + word
        + ")*\\b";
  }

  private static String anyOf(List<String> words) {
    return words.stream().sorted().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
  }
}
