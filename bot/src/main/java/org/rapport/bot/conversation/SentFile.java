package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * A text file that goes with a reply, to its reader alone.
 *
 * @param name with its ending
 * @param text what is in it
 */
public record SentFile(String name, String text) {

  /**
   * What is in it, in parts that end with a line; only a line that is longer is cut.
   *
   * @param longest most characters of a part
   */
  List<String> parts(int longest) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (part.length() + line.length() + 1 > longest) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(line, 0, Math.min(line.length(), longest - 1)).append('\n');
    }
    parts.add(part.toString());
    return parts;
  }
}
