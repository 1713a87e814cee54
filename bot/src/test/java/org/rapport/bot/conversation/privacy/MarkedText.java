package org.rapport.bot.conversation.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of {@code resources/privacy} in which {@code [[kind:...]]} marks what must not be kept.
 *
 * @param words the text without the marks
 */
record MarkedText(String words, List<Mark> marks) {
  private static final Pattern MARK = Pattern.compile("\\[\\[(\\w+):(.*?)]]");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\p{L}']+");

  /** What is marked, and as what. */
  record Mark(String kind, String text) {
    boolean isName() {
      return kind.equals("name");
    }

    /** Whether nothing of it can be read: of a name no part, titles and initials aside. */
    boolean isGoneFrom(String kept) {
      String lower = kept.toLowerCase(Locale.ROOT);
      String marked = text.toLowerCase(Locale.ROOT);
      return !lower.contains(marked)
          && (!isName()
              || BETWEEN_NAMES
                  .splitAsStream(marked)
                  .filter(part -> part.length() > 2)
                  .noneMatch(part -> containsWord(lower, part)));
    }

    private static boolean containsWord(String text, String word) {
      return Pattern.compile("(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})")
          .matcher(text)
          .find();
    }
  }

  static List<MarkedText> file(String name) {
    return lines(name).stream().map(MarkedText::of).toList();
  }

  /** The lines of a file of {@code resources/privacy}, comments left out. */
  static List<String> lines(String name) {
    try (InputStream file = MarkedText.class.getResourceAsStream("/privacy/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no test resource privacy/" + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new IllegalStateException("privacy/" + name + " cannot be read", broken);
    }
  }

  private static MarkedText of(String line) {
    Matcher matcher = MARK.matcher(line);
    List<Mark> marks =
        matcher.results().map(found -> new Mark(found.group(1), found.group(2))).toList();
    return new MarkedText(MARK.matcher(line).replaceAll(MarkedText::plain), marks);
  }

  private static String plain(MatchResult found) {
    return Matcher.quoteReplacement(found.group(2));
  }
}
