package org.rapport.knowledge.ask;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text as Markdown that shows just these words: nothing in it becomes a link or a list. */
final class PlainMarkdown {
  // CommonMark 0.31, "Backslash escapes".
  private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<>&~|]");
  private static final Pattern AT_THE_START =
      Pattern.compile("^(\\d{0,9})([-+=#.):])", Pattern.MULTILINE);
  private static final Pattern PARAGRAPHS = Pattern.compile("\\n\\s*\\n");

  private PlainMarkdown() {}

  /**
   * The Markdown for a text.
   *
   * @param text paragraphs parted by empty lines
   */
  static String of(String text) {
    String lines = text.strip().lines().map(String::strip).collect(Collectors.joining("\n"));
    String escaped = INLINE.matcher(lines).replaceAll("\\\\$0");
    String started = AT_THE_START.matcher(escaped).replaceAll("$1\\\\$2");
    return Arrays.stream(PARAGRAPHS.split(started))
        .map(paragraph -> paragraph.replace("\n", "\\\n"))
        .collect(Collectors.joining("\n\n"));
  }
}
