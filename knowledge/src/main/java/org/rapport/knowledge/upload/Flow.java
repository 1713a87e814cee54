package org.rapport.knowledge.upload;

import java.util.regex.Pattern;

/** Lines of a page made into paragraphs again: broken lines joined, list items kept apart. */
final class Flow {
  private static final Pattern ITEM =
      Pattern.compile("^(?:[-*+•●▪◦‣⁃–—·o\\uf0b7]|\\(?\\d{1,3}[.)]|\\(?[a-zA-Z][.)])\\s+(?=\\S)");
  private static final Pattern BULLET = Pattern.compile("^[-*+•●▪◦‣⁃–—·o\\uf0b7]\\s+");
  private static final Pattern BROKEN_WORD = Pattern.compile("\\p{L}\\p{Ll}-$");

  private final Blocks blocks;
  private final StringBuilder paragraph = new StringBuilder();

  Flow(Blocks blocks) {
    this.blocks = blocks;
  }

  static boolean isItem(String line) {
    return ITEM.matcher(line).find();
  }

  /** Takes the next line of a paragraph or list. */
  void line(String line) {
    if (isItem(line)) {
      paragraph.append(paragraph.isEmpty() ? "" : "\n");
      paragraph.append(BULLET.matcher(line).replaceFirst("- "));
    } else if (endsInBrokenWord() && Character.isLowerCase(line.codePointAt(0))) {
      paragraph.setLength(paragraph.length() - 1);
      paragraph.append(line);
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
    }
  }

  /** Ends the paragraph. */
  void end() {
    blocks.words(paragraph.toString());
    paragraph.setLength(0);
  }

  private boolean endsInBrokenWord() {
    int length = paragraph.length();
    return length > 3 && BROKEN_WORD.matcher(paragraph.substring(length - 3)).find();
  }
}
