package org.rapport.knowledge.upload;

/** A heading or some words, as a format reader finds them. */
sealed interface Block {
  /**
   * A line that says what follows.
   *
   * @param level 1 for the outermost
   * @param place where it stands
   */
  record Heading(int level, String text, Place place) implements Block {}

  /** Words that stand like a heading (short, all bold), for documents with no marked headings. */
  record Perhaps(String text, Place place) implements Block {}

  /** A paragraph, or the lines of a list or table. */
  record Words(String text, Place place) implements Block {}
}
