package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Text;

/**
 * A text file that goes with a reply, to its reader alone.
 *
 * @param name with its ending
 * @param text what is in it
 */
public record SentFile(String name, String text) {

  /**
   * All that is in it, in parts that end with a line; a line that is longer is parted between
   * words.
   *
   * @param longest most characters of a part
   */
  List<String> parts(int longest) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.lines().flatMap(each -> fitting(each, longest - 1)).toList()) {
      if (part.length() + line.length() + 1 > longest) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(line).append('\n');
    }
    parts.add(part.toString());
    return parts;
  }

  private static Stream<String> fitting(String line, int longest) {
    return line.length() <= longest
        ? Stream.of(line)
        : Cut.parts(Text.plain(line), longest).stream().map(Text::words);
  }
}
