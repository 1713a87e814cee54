package org.rapport.knowledge.ask;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What people say of themselves or of somebody beside what they ask: "how do I stop trolls, I can't
 * take any more". In a long question such words weigh too little to be heard.
 */
final class Asides {
  /** More than this is a story, of which the first and the last words matter most. */
  private static final int MOST = 2;

  private static final int FEWEST_WORDS = 3;

  private static final Pattern BREAK =
      Pattern.compile(
          "[,.;:!?]+\\s+|\\s+[-\u2013\u2014]+\\s+"
              + "|(?<=\\bso \\w{1,12})\\s+that\\s+"
              + "|\\s+(?:and|also|but|so|because|cos|as|plus)\\s+"
              + "(?=(?:also|so|that|now)?\\s*(?:i|he|she)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_SOMEBODY =
      Pattern.compile(
          "(?:also |and |but |so |now |honestly |sometimes |maybe )*"
              + "(?:i|i'm|im|i've|ive|i'd|i'll|my|he|he's|she|she's|they|they're)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Asides() {}

  /** The asides in a text; none if it is all one clause. */
  static List<String> in(String text) {
    String[] clauses = BREAK.split(text.replace('\u2019', '\''));
    if (clauses.length < 2) {
      return List.of();
    }
    List<String> asides =
        Arrays.stream(clauses)
            .map(String::strip)
            .filter(clause -> OF_SOMEBODY.matcher(clause).matches())
            .filter(clause -> clause.split("\\s+").length >= FEWEST_WORDS)
            .toList();
    return asides.size() <= MOST ? asides : List.of(asides.getFirst(), asides.getLast());
  }
}
