package org.rapport.knowledge.upload;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that can be read. */
enum Kind {
  MARKDOWN("Markdown", "md", "markdown"),
  HTML("HTML", "html", "htm", "xhtml"),
  PDF("PDF", "pdf"),
  DOCX("Word document", "docx", "dotx"),
  TEXT("plain text", "txt", "text");

  /** What is expected, for people. */
  static final String ALL =
      "expected Markdown (.md), HTML (.html), PDF (.pdf), Word (.docx) or plain text (.txt)";

  private final String words;
  private final String endings;

  Kind(String words, String... endings) {
    this.words = words;
    this.endings = " " + String.join(" ", endings) + " ";
  }

  /** The kind that a file's name claims. */
  static Optional<Kind> named(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(kind -> kind.endings.contains(" " + ending + " ")).findAny();
  }

  String words() {
    return words;
  }
}
