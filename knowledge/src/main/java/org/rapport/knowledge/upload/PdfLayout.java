package org.rapport.knowledge.upload;

import java.util.Arrays;
import java.util.List;

/** How far apart a PDF's lines stand, which is where its paragraphs begin. */
final class PdfLayout {
  /** Lines of one paragraph stand evenly; a gap of a quarter more is meant. */
  private static final float WIDER = 1.25f;

  /** Lines of one heading; what is further apart is two headings. */
  private static final float HEADING_LINES = 1.7f;

  private final List<PdfLine> lines;
  private final float usualGap;

  PdfLayout(List<PdfLine> lines) {
    this.lines = lines;
    this.usualGap = median();
  }

  private float median() {
    double[] gaps = new double[lines.size()];
    int count = 0;
    for (int i = 1; i < lines.size(); i++) {
      float gap = gap(i);
      if (gap > 0 && gap < 4) {
        gaps[count++] = gap;
      }
    }
    if (count == 0) {
      return 1.2f;
    }
    Arrays.sort(gaps, 0, count);
    return (float) gaps[count / 2];
  }

  /** The distance to the line before, in heights of this line; 0 if that stands elsewhere. */
  private float gap(int i) {
    PdfLine line = lines.get(i);
    PdfLine before = lines.get(i - 1);
    if (line.page() != before.page() || line.top() <= before.top()) {
      return 0;
    }
    return (line.top() - before.top()) / Math.max(1, Math.max(line.points(), before.points()));
  }

  /** Whether a paragraph begins at a line. */
  boolean startsParagraph(int i) {
    if (i == 0) {
      return true;
    }
    float gap = gap(i);
    // At the top of a page or column a paragraph goes on unless the last one has ended.
    return gap == 0 ? lines.get(i - 1).endsSentence() : gap > usualGap * WIDER;
  }

  /** Whether a line that looks like the heading before it is another one. */
  boolean startsHeading(int i) {
    float gap = gap(i);
    return gap == 0 || gap > HEADING_LINES;
  }
}
