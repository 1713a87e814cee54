package org.rapport.bot.channel.slack;

import java.text.BreakIterator;
import java.util.Locale;

/** Shortens words to a limit of Slack: at the end of a word, with an ellipsis. */
final class Cut {
  static final String ELLIPSIS = "…";

  private Cut() {}

  /**
   * The words, or as many whole ones as fit with an ellipsis after them. A single word that is too
   * long is cut between two characters as a reader sees them.
   *
   * @param max how many UTF-16 units fit, at least 1
   */
  static String atWord(String words, int max) {
    if (words.length() <= max) {
      return words;
    }
    int end = max - ELLIPSIS.length();
    String kept = words.substring(0, endOfWord(words, end)).strip();
    return (kept.isEmpty() ? words.substring(0, endOfCharacter(words, end)) : kept) + ELLIPSIS;
  }

  private static int endOfWord(String words, int end) {
    for (int i = end; i > 0; i--) {
      if (Character.isWhitespace(words.charAt(i))) {
        return i;
      }
    }
    return 0;
  }

  private static int endOfCharacter(String words, int end) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(words);
    return characters.isBoundary(end) ? end : characters.preceding(end);
  }
}
