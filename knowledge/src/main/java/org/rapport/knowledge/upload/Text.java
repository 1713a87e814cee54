package org.rapport.knowledge.upload;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Foreign text made clean: no control, zero-width or direction marks, one form of each letter. */
final class Text {
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u3000]+");
  private static final Pattern WORDS = Pattern.compile("\\S+");

  private Text() {}

  /** Text of one line, its blanks single. */
  static String line(String text) {
    return BLANKS.matcher(visible(text)).replaceAll(" ").strip();
  }

  /** Text of lines, each clean; empty lines go. */
  static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    visible(text)
        .lines()
        .forEach(line -> {
          String words = line(line);
          if (!words.isEmpty()) {
            String indent = line.startsWith("  ") ? "  " : "";
            lines.append(lines.isEmpty() ? "" : "\n").append(indent).append(words);
          }
        });
    return lines.toString();
  }

  static int words(String text) {
    return Math.toIntExact(WORDS.matcher(text).results().count());
  }

  /** The first characters of a text, no letter cut in two. */
  static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().filter(Text::isVisible).forEach(visible::appendCodePoint);
    return Normalizer.normalize(visible, Normalizer.Form.NFC);
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t' || point == '\r' || point == '\f';
      case Character.FORMAT -> point == 0x200D; // holds emoji together
      case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
      default -> point != 0xFFFD;
    };
  }
}
