package org.rapport.bot.message;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shortens words to a channel's limit: at the end of a word, with an ellipsis. */
public final class Cut {
  /** What stands where words were left out. */
  public static final String ELLIPSIS = "…";

  private Cut() {}

  /**
   * The words, or as many whole ones as fit with an ellipsis after them. A single word that is too
   * long is cut between two characters as a reader sees them.
   *
   * @param max how many UTF-16 units fit, at least 1
   */
  public static String atWord(String words, int max) {
    if (words.length() <= max) {
      return words;
    }
    int end = max - ELLIPSIS.length();
    String kept = words.substring(0, endOfWord(words, end)).stripTrailing();
    return (kept.isEmpty() ? words.substring(0, endOfCharacter(words, end)) : kept) + ELLIPSIS;
  }

  /**
   * The text, cut like {@link #atWord}; bold, italics and links are kept up to there.
   *
   * @param max how many UTF-16 units fit, at least 1
   */
  public static Text text(Text text, int max) {
    if (text.words().length() <= max) {
      return text;
    }
    List<Text.Span> kept = new ArrayList<>();
    int left = max;
    for (Text.Span span : text.spans()) {
      int length = span.words().length();
      if (length > left) {
        kept.add(left > 1 ? span.with(atWord(span.words(), left)) : new Text.Plain(ELLIPSIS));
        break;
      }
      kept.add(span);
      left -= length;
    }
    return new Text(kept);
  }

  /**
   * The whole text in parts, parted between words.
   *
   * @param max the longest part in UTF-16 units, at least 2
   */
  public static List<Text> parts(Text text, int max) {
    List<Text> parts = new ArrayList<>();
    List<Text.Span> part = new ArrayList<>();
    int left = max;
    for (Text.Span span : text.spans()) {
      String words = span.words();
      while (words.length() > left) {
        int end = endOfPart(words, left, left == max);
        part.add(span.with(words.substring(0, end)));
        parts.add(new Text(part));
        part.clear();
        words = words.substring(end).stripLeading();
        left = max;
      }
      part.add(span.with(words));
      left -= words.length();
    }
    parts.add(new Text(part));
    return parts.stream().filter(it -> !it.words().isBlank()).toList();
  }

  /** Where a part ends; inside a word only if nothing else is in the part. */
  private static int endOfPart(String words, int room, boolean isAlone) {
    int end = room == 0 ? 0 : endOfWord(words, room);
    return end == 0 && isAlone ? endOfCharacter(words, room) : end;
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
    int boundary = characters.isBoundary(end) ? end : characters.preceding(end);
    return boundary == 0 ? end : boundary;
  }
}
