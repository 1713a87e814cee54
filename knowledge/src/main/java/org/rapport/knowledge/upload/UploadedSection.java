package org.rapport.knowledge.upload;

import java.util.List;

/**
 * A piece of somebody else's document.
 *
 * @param title its heading; the document's title for what stands before the first
 * @param path the headings that lead to it, outermost first, its own last; empty before the first
 * @param part from 1; more than 1 where one heading's words are too many for one section
 * @param body plain text: paragraphs parted by empty lines, list items after {@code - }
 * @param place where it begins
 */
public record UploadedSection(String title, List<String> path, int part, String body, Place place) {
  public UploadedSection {
    path = List.copyOf(path);
  }
}
