package org.rapport.knowledge.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the headings of a PDF without bookmarks by how its lines look: larger than most of the
 * text, or bold and standing apart where most of the text is not bold.
 */
final class PdfHeadings {
  /** Body text varies by a few hundredths where it is justified; headings start at a tenth. */
  private static final float LARGER = 1.1f;

  private static final int MOST_WORDS = 20;
  private static final int MOST_LINES = 5;
  private static final int DEEPEST = 6;

  /** With more than this share of the letters in headings, size and weight say nothing. */
  private static final float MOST_HEADINGS = 0.3f;

  private final List<PdfLine> lines;
  private final PdfLayout layout;
  private final int bodySize;
  private final boolean bodyIsBold;
  private final Map<Integer, List<PdfHeading>> found = new TreeMap<>();

  private PdfHeadings(List<PdfLine> lines, PdfLayout layout) {
    this.lines = lines;
    this.layout = layout;
    this.bodySize = mostUsedSize();
    this.bodyIsBold = letters(PdfLine::bold) > 0.4f * letters(line -> true);
  }

  /** The headings by the index of their first line. */
  static Map<Integer, List<PdfHeading>> of(List<PdfLine> lines, PdfLayout layout) {
    PdfHeadings headings = new PdfHeadings(lines, layout);
    headings.find(true);
    if (headings.areTooMany()) {
      headings.find(false);
    }
    if (headings.areTooMany()) {
      headings.found.clear();
    }
    return headings.found;
  }

  private int mostUsedSize() {
    Map<Integer, Integer> letters = new HashMap<>();
    lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private long letters(Predicate<PdfLine> which) {
    return lines.stream().filter(which).mapToLong(line -> line.text().length()).sum();
  }

  private boolean areTooMany() {
    long letters =
        found.values().stream().flatMap(List::stream).mapToLong(h -> h.text().length()).sum();
    return letters > MOST_HEADINGS * letters(line -> true);
  }

  private void find(boolean alsoBold) {
    found.clear();
    TreeSet<Integer> sizes = new TreeSet<>();
    lines.stream().filter(this::isLarge).forEach(line -> sizes.add(line.size()));
    int i = 0;
    while (i < lines.size()) {
      int count = isHeading(i, alsoBold) ? linesFrom(i) : 0;
      String text = text(i, count);
      if (count > 0 && Text.words(text) <= MOST_WORDS && text.matches(".*\\p{L}{2}.*")) {
        int larger = sizes.tailSet(lines.get(i).size(), false).size();
        int level = isLarge(lines.get(i)) ? Math.min(larger + 1, DEEPEST - 1) : DEEPEST;
        found.put(i, List.of(new PdfHeading(level, text, count)));
      }
      i += Math.max(1, count);
    }
  }

  private boolean isLarge(PdfLine line) {
    return line.size() >= bodySize * LARGER;
  }

  private boolean isHeading(int i, boolean alsoBold) {
    PdfLine line = lines.get(i);
    if (line.text().matches(".*[,;]")) {
      return false;
    }
    if (isLarge(line)) {
      return true;
    }
    return alsoBold
        && !bodyIsBold
        && line.bold()
        && line.size() >= bodySize * 0.95f
        && !line.text().endsWith(".")
        && !Flow.isItem(line.text())
        && standsApart(i);
  }

  /** Whether a bold line is no part of a paragraph that starts or goes on in bold. */
  private boolean standsApart(int i) {
    boolean first = i == 0 || layout.startsParagraph(i) || lines.get(i - 1).endsSentence();
    boolean last =
        i + 1 == lines.size() || !lines.get(i + 1).bold() || layout.startsParagraph(i + 1);
    return first && (last || linesFrom(i) <= 2);
  }

  private int linesFrom(int i) {
    int end = i + 1;
    while (end < lines.size()
        && end - i < MOST_LINES
        && lines.get(end).looksLike(lines.get(i))
        && lines.get(end).page() == lines.get(i).page()
        && !layout.startsHeading(end)) {
      end++;
    }
    return end - i;
  }

  private String text(int i, int count) {
    return String.join(" ", lines.subList(i, i + count).stream().map(PdfLine::text).toList());
  }
}
