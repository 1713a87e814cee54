package org.rapport.knowledge.upload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What helps to turn pages but says nothing: running headers, footers and page numbers, which are
 * lines at the edge that most pages repeat, and the lines of the contents, which repeat headings.
 */
final class PdfFurniture {
  private static final int FEWEST_PAGES = 3;
  private static final int LONGEST_END = 40;
  private static final Pattern CONTENTS = Pattern.compile("(?:[.…] ?){4,15} ?[\\divxlc]{1,5}$");

  private PdfFurniture() {}

  /** The lines without them. */
  static List<PdfLine> removed(List<PdfLine> lines) {
    Map<String, Set<Integer>> pages = new HashMap<>();
    Set<Integer> all = new HashSet<>();
    for (PdfLine line : lines) {
      all.add(line.page());
      if (line.inMargin()) {
        pages.computeIfAbsent(key(line), key -> new HashSet<>()).add(line.page());
      }
    }
    int enough = Math.max(FEWEST_PAGES, (all.size() + 1) / 2);
    return lines.stream()
        .filter(line -> !isOfContents(line.text()))
        .filter(line -> !line.inMargin() || pages.getOrDefault(key(line), Set.of()).size() < enough)
        .toList();
  }

  private static boolean isOfContents(String line) {
    return CONTENTS.matcher(line.substring(Math.max(0, line.length() - LONGEST_END))).find();
  }

  private static String key(PdfLine line) {
    return line.text().replaceAll("\\d+", "#");
  }
}
