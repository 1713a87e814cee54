package org.rapport.knowledge.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Section;

/** What a reader sees of a section, without Markdown. */
final class PlainText {
  /** An address of the web or of e-mail; its parts have limits, so that no text takes long. */
  static final Pattern ADDRESS =
      Pattern.compile(
          "https?://\\S+"
              + "|(?<![\\w.-])[\\w.-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63}){1,8}"
              + "|(?<![\\w-])(\\w[\\w-]{0,62}\\.){1,8}[a-z]{2,24}(/\\S*)?");

  private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)]\\([^()]*\\)");
  private static final Pattern EMPHASIS = Pattern.compile("\\*+|(?<!\\w)_+|_+(?!\\w)");

  private PlainText() {}

  /** Its title, short answer, steps, points and post, each paragraph on its own. */
  static List<String> of(Section section) {
    List<String> blocks = new ArrayList<>();
    Stream.of(section.title(), section.body())
        .flatMap(text -> text.lines())
        .filter(line -> !line.isBlank())
        .forEach(line -> blocks.add(plain(line)));
    return blocks;
  }

  private static String plain(String markdown) {
    String words = LINK.matcher(markdown).replaceAll("$1");
    return EMPHASIS.matcher(words).replaceAll("");
  }
}
