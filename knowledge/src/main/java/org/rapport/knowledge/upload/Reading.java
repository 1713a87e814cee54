package org.rapport.knowledge.upload;

import java.util.List;

/** What came of reading a file. */
public sealed interface Reading {
  /**
   * It was read.
   *
   * @param title the document's own, or its file's name
   * @param sections one or more
   * @param unread what could not be read
   */
  record Read(String title, List<UploadedSection> sections, List<Unread> unread)
      implements Reading {
    public Read {
      sections = List.copyOf(sections);
      unread = List.copyOf(unread);
    }
  }

  /**
   * It was not read, and nothing of it may be used.
   *
   * @param line what is wrong and what was expected, for its sender
   */
  record Refused(String line) implements Reading {}
}
