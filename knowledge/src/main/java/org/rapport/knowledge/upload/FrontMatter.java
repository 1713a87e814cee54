package org.rapport.knowledge.upload;

import java.util.List;

/**
 * The settings before a Markdown text, between two lines of {@code ---}, as site builders write
 * them.
 *
 * @param title empty if they give none
 * @param rest the text without them
 */
record FrontMatter(String title, String rest) {
  private static final String MARK = "---";
  private static final String TITLE = "title:";
  private static final int MOST_LINES = 200;

  static FrontMatter of(String text) {
    List<String> lines = text.lines().limit(MOST_LINES).map(String::stripTrailing).toList();
    int end = lines.isEmpty() ? 0 : lines.subList(1, lines.size()).indexOf(MARK) + 1;
    if (end == 0 || !lines.getFirst().equals(MARK)) {
      return new FrontMatter("", text);
    }
    String title =
        lines.subList(1, end).stream()
            .filter(line -> line.startsWith(TITLE))
            .map(line -> unquoted(line.substring(TITLE.length()).strip()))
            .findFirst()
            .orElse("");
    String rest = String.join("\n", text.lines().skip(end + 1L).toList());
    return new FrontMatter(title, rest);
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && value.charAt(0) == value.charAt(value.length() - 1)
            && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
