package org.rapport.knowledge.upload;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the headings of plain text: underlined, marked with #, in capitals, numbered, or short
 * between empty lines. A line that no words follow before the next of its sort is a list item.
 */
final class PlainHeadings {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 12;
  private static final int MOST_WORDS_SHORT = 8;
  private static final int CAPITALS = 3;
  private static final int NUMBERED = 4;
  private static final int SHORT = 9;
  private static final Pattern RULE = Pattern.compile("[=\\-~_*#]{3,}");
  private static final Pattern HASHES = Pattern.compile("^(#{1,6})\\s+(\\S.*?)\\s*#*$");
  private static final Pattern NUMBER =
      Pattern.compile("^(\\d{1,3}(?:\\.\\d{1,3}){0,4})[.)]?\\s+\\p{Lu}.*[^.,;:]$");
  private static final Pattern ENDS_LIKE_TEXT = Pattern.compile(".*[.,;:!]");

  private final List<String> lines;

  PlainHeadings(List<String> lines) {
    this.lines = lines;
  }

  /** The level of the heading on a line, if it is one. */
  OptionalInt level(int i) {
    OptionalInt level = form(i);
    if (level.isEmpty() || level.getAsInt() < NUMBERED) {
      return level;
    }
    OptionalInt next = form(nextWords(i));
    boolean item = next.isPresent() && next.getAsInt() == level.getAsInt();
    return item ? OptionalInt.empty() : level;
  }

  /** The heading's words, without marks. */
  String words(int i) {
    Matcher hashes = HASHES.matcher(at(i));
    return hashes.matches() ? hashes.group(2) : at(i);
  }

  /** Whether a line is drawn, not written. */
  boolean isRule(int i) {
    return RULE.matcher(at(i)).matches();
  }

  private OptionalInt form(int i) {
    String line = at(i);
    if (line.isEmpty() || line.length() > LONGEST || isRule(i) || Text.words(line) > MOST_WORDS) {
      return OptionalInt.empty();
    }
    Matcher hashes = HASHES.matcher(line);
    if (hashes.matches()) {
      return OptionalInt.of(hashes.group(1).length());
    }
    if (at(i - 1).isEmpty() && at(i + 1).matches("={3,}")) {
      return OptionalInt.of(1);
    }
    if (at(i - 1).isEmpty() && at(i + 1).matches("-{3,}|~{3,}")) {
      return OptionalInt.of(2);
    }
    return standing(i, line);
  }

  private OptionalInt standing(int i, String line) {
    boolean first = at(i - 1).isEmpty() || isRule(i - 1);
    boolean alone = first && at(i + 1).isEmpty();
    Matcher number = NUMBER.matcher(line);
    if (alone && number.matches()) {
      return OptionalInt.of(NUMBERED + (int) number.group(1).chars().filter(c -> c == '.').count());
    }
    if (first && isCapitals(line)) {
      return OptionalInt.of(CAPITALS);
    }
    boolean isShort =
        alone
            && Text.words(line) <= MOST_WORDS_SHORT
            && Character.isUpperCase(line.codePointAt(0))
            && !ENDS_LIKE_TEXT.matcher(line).matches()
            && Text.words(at(nextWords(i))) > MOST_WORDS_SHORT;
    return isShort ? OptionalInt.of(SHORT) : OptionalInt.empty();
  }

  private static boolean isCapitals(String line) {
    return line.codePoints().filter(Character::isUpperCase).count() >= 4
        && line.codePoints().noneMatch(Character::isLowerCase);
  }

  private int nextWords(int i) {
    int next = i + 1;
    while (next < lines.size() && (lines.get(next).isEmpty() || isRule(next))) {
      next++;
    }
    return next;
  }

  private String at(int i) {
    return i < 0 || i >= lines.size() ? "" : lines.get(i);
  }
}
