package org.rapport.knowledge.review;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers written as words: "twelve", "twenty-one", "a hundred and fifty", "two million". */
final class NumberWords {
  private static final List<String> TO_NINETEEN =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final Map<String, Long> SCALES =
      Map.of(
          "dozen", 12L,
          "hundred", 100L,
          "thousand", 1_000L,
          "million", 1_000_000L,
          "billion", 1_000_000_000L);
  private static final int MOST_WORDS = 12;

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
        below += small(word);
      } else if (scale >= 1_000) {
        whole += Math.max(1, below) * scale;
        below = 0;
      } else {
        below = Math.max(1, below) * scale;
      }
    }
    return whole + below;
  }

  private static long small(String word) {
    int tens = TENS.indexOf(word);
    return tens < 0 ? Math.max(0, TO_NINETEEN.indexOf(word)) : 10L * (tens + 2);
  }

  private static String pattern() {
    String scale = anyOf(SCALES.keySet());
    String word = "(?:" + anyOf(TO_NINETEEN) + "|" + anyOf(TENS) + "|" + scale + ")";
    return "\\b%1$s(?:(?<=%2$s) and %1$s|[ -]%1$s){0,%3$d}\\b".formatted(word, scale, MOST_WORDS);
  }

  private static String anyOf(Collection<String> words) {
    return words.stream().sorted().collect(Collectors.joining("|", "(?:", ")"));
  }
}
