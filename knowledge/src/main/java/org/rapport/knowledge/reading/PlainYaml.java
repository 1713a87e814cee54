package org.rapport.knowledge.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain YAML that nearly all guidance has: a map of words to text on one line, or to lists of
 * it. Read in a twentieth of the time that a parser of all YAML takes; what is of any other form is
 * left to that.
 */
final class PlainYaml {
  private static final Pattern KEY = Pattern.compile("[a-z]+(?:-[a-z]+)*");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern FLOW_WORD = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

  /** Words that are no text, in one version of YAML or another. */
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private static final String ITEM = "  - ";

  private PlainYaml() {}

  /** The map that a text is; empty if it is not of this form. */
  static Optional<Map<String, Object>> map(String text) {
    Map<String, Object> map = new LinkedHashMap<>();
    List<String> lines = lines(text);
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at++);
      int colon = line.indexOf(':');
      if (colon < 0 || !isKey(line.substring(0, colon))) {
        return Optional.empty();
      }
      Object value;
      if (colon == line.length() - 1) {
        int end = at;
        while (end < lines.size() && lines.get(end).startsWith(ITEM)) {
          end++;
        }
        value = items(lines.subList(at, end));
        at = end;
      } else {
        value = line.charAt(colon + 1) == ' ' ? value(line.substring(colon + 2)) : null;
      }
      if (value == null || map.put(line.substring(0, colon), value) != null) {
        return Optional.empty();
      }
    }
    return map.isEmpty() ? Optional.empty() : Optional.of(map);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      lines.add(text.substring(from, end < 0 ? text.length() : end));
      from = end < 0 ? text.length() : end + 1;
    }
    return lines;
  }

  private static boolean isKey(String word) {
    return KEY.matcher(word).matches() && !NO_TEXT.contains(word);
  }

  private static @Nullable List<Object> items(List<String> lines) {
    List<Object> items = new ArrayList<>();
    for (String line : lines) {
      Object item = text(line.substring(ITEM.length()));
      if (item == null) {
        return null;
      }
      items.add(item);
    }
    return items.isEmpty() ? null : items;
  }

  private static @Nullable Object value(String words) {
    return words.startsWith("[") && words.endsWith("]")
        ? flow(words.substring(1, words.length() - 1))
        : text(words);
  }

  private static @Nullable List<Object> flow(String words) {
    List<Object> items = new ArrayList<>();
    for (String part : words.split(",", -1)) {
      String word = part.startsWith(" ") ? part.substring(1) : part;
      if (WHOLE_NUMBER.matcher(word).matches()) {
        items.add(Integer.valueOf(word));
      } else if (FLOW_WORD.matcher(word).matches() && isText(word)) {
        items.add(word);
      } else {
        return null;
      }
    }
    return items;
  }

  /** A text in quotes without marks that stand for others, or one that needs no quotes. */
  private static @Nullable String text(String words) {
    if (words.isEmpty() || !words.chars().allMatch(PlainYaml::isPlain)) {
      return null;
    }
    char first = words.charAt(0);
    if (first == '"' || first == '\'') {
      String inside = words.length() > 1 ? words.substring(1, words.length() - 1) : "\\";
      boolean isWhole = words.charAt(words.length() - 1) == first && inside.indexOf(first) < 0;
      return isWhole && inside.indexOf('\\') < 0 ? inside : null;
    }
    boolean isOpen =
        Character.isLetter(first)
            && !words.contains(": ")
            && !words.contains(" #")
            && !words.endsWith(":")
            && !words.endsWith(" ");
    return (isOpen && isText(words)) || DATE.matcher(words).matches() ? words : null;
  }

  private static boolean isText(String words) {
    return !NO_TEXT.contains(words.toLowerCase(Locale.ROOT));
  }

  /** No control character, line break or half of a pair. */
  private static boolean isPlain(int c) {
    return (c >= ' ' && c <= '~')
        || (c > '\u00a0' && c < '\u2000')
        || (c > '\u200f' && c < '\u2028')
        || (c > '\u202f' && c < '\ud800');
  }
}
