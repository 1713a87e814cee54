package org.rapport.knowledge.upload;

/**
 * A line of a PDF's page.
 *
 * @param page from 1
 * @param top its distance from the page's top, in points
 * @param depth the same as a share of the page's height
 * @param size of most of its letters, in half points
 * @param bold whether nearly all of it is
 */
record PdfLine(int page, float top, float depth, int size, boolean bold, String text) {
  private static final float MARGIN = 0.1f;

  /** Whether it stands where headers and footers do. */
  boolean inMargin() {
    return depth < MARGIN || depth > 1 - MARGIN;
  }

  float points() {
    return size / 2f;
  }

  boolean looksLike(PdfLine other) {
    return size == other.size && bold == other.bold;
  }

  boolean endsSentence() {
    return text.matches(".*[.!?:][\"'”’)]?");
  }
}
