package org.rapport.knowledge.upload;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Running headers, footers and page numbers: lines at the edge that most pages repeat. */
final class PdfFurniture {
  private static final int FEWEST_PAGES = 3;

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
        .filter(line -> !line.inMargin() || pages.getOrDefault(key(line), Set.of()).size() < enough)
        .toList();
  }

  private static String key(PdfLine line) {
    return line.text().replaceAll("\\d+", "#");
  }
}
