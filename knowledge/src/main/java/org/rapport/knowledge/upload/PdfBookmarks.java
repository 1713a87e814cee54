package org.rapport.knowledge.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** Takes the headings of a PDF from its bookmarks and looks for them in its lines. */
final class PdfBookmarks {
  private static final int DEEPEST = 6;
  private static final int MOST_LINES = 3;

  private final PDDocument document;
  private final List<PdfLine> lines;
  private final List<String> letters;
  private final Deadline deadline;
  private final IdentityHashMap<COSDictionary, Integer> numbers = new IdentityHashMap<>();
  private final Map<Integer, Integer> firstLines = new HashMap<>();
  private final Map<Integer, List<PdfHeading>> found = new TreeMap<>();
  private int seen;

  private PdfBookmarks(PDDocument document, List<PdfLine> lines, Deadline deadline) {
    this.document = document;
    this.lines = lines;
    this.letters = lines.stream().map(line -> letters(line.text())).toList();
    this.deadline = deadline;
    int number = 1;
    for (PDPage page : document.getPages()) {
      numbers.putIfAbsent(page.getCOSObject(), number++);
    }
    for (int i = 0; i < lines.size(); i++) {
      firstLines.putIfAbsent(lines.get(i).page(), i);
    }
  }

  /** The headings by the index of their first line; none if the PDF has no useful bookmarks. */
  static Map<Integer, List<PdfHeading>> of(
      PDDocument document, List<PdfLine> lines, Deadline deadline) {
    PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
    if (outline == null) {
      return Map.of();
    }
    PdfBookmarks bookmarks = new PdfBookmarks(document, lines, deadline);
    bookmarks.take(outline, 1);
    // One bookmark is the document's title.
    return bookmarks.found.size() > 1 ? bookmarks.found : Map.of();
  }

  private void take(PDOutlineNode parent, int level) {
    PDOutlineItem item = level > DEEPEST ? null : parent.getFirstChild();
    while (item != null && seen++ < UploadLimits.MOST_BOOKMARKS) {
      deadline.check();
      place(item, level);
      take(item, level + 1);
      item = item.getNextSibling();
    }
  }

  private void place(PDOutlineItem item, int level) {
    String title = item.getTitle() == null ? "" : Text.line(item.getTitle());
    Integer first = firstLines.get(page(item));
    if (first == null || title.isEmpty()) {
      return;
    }
    int page = lines.get(first).page();
    String wanted = letters(title);
    for (int i = first; i < lines.size() && lines.get(i).page() == page; i++) {
      int count = linesOf(wanted, i);
      if (count > 0 && !found.containsKey(i)) {
        found.put(i, List.of(new PdfHeading(level, title, count)));
        return;
      }
    }
    PdfHeading unseen = new PdfHeading(level, title, 0);
    found.merge(first, List.of(unseen), PdfBookmarks::before);
  }

  /** One that stands only in the bookmarks goes before one whose lines are skipped. */
  private static List<PdfHeading> before(List<PdfHeading> here, List<PdfHeading> more) {
    List<PdfHeading> all = new ArrayList<>(here);
    int at = all.getLast().lines() > 0 ? all.size() - 1 : all.size();
    all.addAll(at, more);
    return List.copyOf(all);
  }

  private int page(PDOutlineItem item) {
    try {
      PDPage page = item.findDestinationPage(document);
      return page == null ? 0 : numbers.getOrDefault(page.getCOSObject(), 0);
    } catch (IOException | RuntimeException broken) {
      return 0; // a bookmark that leads nowhere
    }
  }

  /** How many lines from one on say what the bookmark says, perhaps after a number. */
  private int linesOf(String wanted, int from) {
    StringBuilder read = new StringBuilder();
    for (int count = 1; count <= MOST_LINES && from + count <= lines.size(); count++) {
      read.append(letters.get(from + count - 1));
      if (!wanted.isEmpty() && wanted.contentEquals(read)) {
        return count;
      }
      if (read.length() > wanted.length()) {
        return 0;
      }
    }
    return 0;
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", "");
  }
}
