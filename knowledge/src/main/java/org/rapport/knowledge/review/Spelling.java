package org.rapport.knowledge.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds American spellings by the list {@code review/american.txt}. Proper names ({@code
 * review/names.txt}), handles, hashtags, addresses and quoted titles are spelt as their owners do.
 */
final class Spelling {
  private static final Pattern NAME = Pattern.compile("[@#]\\w+|" + PlainText.ADDRESS);
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"|“[^”]+”");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final Map<String, String> british = WordLists.pairs("american.txt");
  private final Pattern properNames = WordLists.phrases("names.txt");

  /**
   * What should be spelt another way.
   *
   * @param known texts whose wording is not ours: a quote that is in one of them is left alone
   * @return one line each, such as {@code organize: organise}
   */
  List<String> americanIn(List<String> blocks, Collection<String> known) {
    List<String> found = new ArrayList<>();
    for (String block : blocks) {
      WORD.matcher(ours(block, known))
          .results()
          .map(word -> word.group().toLowerCase(Locale.ROOT))
          .filter(british::containsKey)
          .forEach(word -> found.add(word + ": " + british.get(word)));
    }
    return found;
  }

  private String ours(String block, Collection<String> known) {
    String unnamed = NAME.matcher(block).replaceAll(" ");
    String unquoted =
        QUOTED.matcher(unnamed).replaceAll(quote -> isKnown(quote.group(), known) ? " " : "$0");
    return properNames.matcher(unquoted).replaceAll(" ");
  }

  private static boolean isKnown(String quote, Collection<String> known) {
    String words = quote.substring(1, quote.length() - 1).toLowerCase(Locale.ROOT);
    return known.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }
}
