package org.rapport.knowledge.upload;

/**
 * A heading found in a PDF's lines.
 *
 * @param level 1 for the outermost
 * @param lines how many lines it takes; 0 if it stands only in the bookmarks
 */
record PdfHeading(int level, String text, int lines) {}
