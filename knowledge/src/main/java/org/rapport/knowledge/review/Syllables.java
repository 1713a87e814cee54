package org.rapport.knowledge.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts the syllables of a word as it is said in British English.
 *
 * <p>A word in {@code review/syllables.txt} has the number that stands there. Any other has one for
 * each run of the letters a, e, i, o, u and y; less one for each silent e (at the end, but in
 * <i>table</i>; in -es, but after s, x, z, c, g, ch and sh; in -ed, but after t and d; before -ly,
 * -ment, -ful, -less and -ness); plus one for each place where two vowels side by side are said
 * apart (<i>media</i>, <i>video</i>, <i>quiet</i>, <i>usual</i>, <i>being</i>) and for the weak
 * ones of <i>racism</i> and <i>didn't</i>. Every word has at least one.
 */
final class Syllables {
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final List<Pattern> SILENT =
      List.of(
          Pattern.compile("(?<=[^aeiouyl]|[aeiouyl]l)e$"),
          Pattern.compile("(?<=[^aeiouylsxzcgh]|[^cs]h|[aeiouyl]l)es$"),
          Pattern.compile("(?<=[^aeiouyltd]|[aeiouylr]l)ed$"),
          Pattern.compile("(?<=[^aeiouy])e(?=(ly|ments?|ful|fully|less|ness)$)"));
  private static final List<Pattern> SAID_APART =
      List.of(
          Pattern.compile("(?<![tcsgx])i[ao]"),
          Pattern.compile("(?<=[^aeiouy]|qu)i(?=e(r|rs|st|t|ts|tly|ty|ties)$)"),
          Pattern.compile("(?<=[^g])eo|iu|eum"),
          Pattern.compile("(?<![gq])u[ao]"),
          Pattern.compile("(?<=[aeiouy])ings?$"),
          Pattern.compile("(?<=cr)ea(?=t[^u])"),
          Pattern.compile("sms?$|(?<=[ds])n't$"));

  private final Map<String, Integer> exceptions;

  Syllables(Map<String, Integer> exceptions) {
    this.exceptions = Map.copyOf(exceptions);
  }

  /**
   * @param word letters, perhaps with an apostrophe
   * @return how many syllables, at least 1
   */
  int in(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replace('’', '\'').replaceFirst("'s$|'$", "");
    Integer known = exceptions.get(plain);
    return known == null ? Math.max(1, byRule(plain)) : known;
  }

  private static int byRule(String word) {
    return finds(List.of(VOWELS), word) - finds(SILENT, word) + finds(SAID_APART, word);
  }

  private static int finds(List<Pattern> patterns, String word) {
    return patterns.stream()
        .mapToInt(pattern -> Math.toIntExact(pattern.matcher(word).results().count()))
        .sum();
  }
}
