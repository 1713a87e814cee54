package org.rapport.knowledge.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a file's kind by its content, and holds its name to it. */
final class Recognition {
  private static final int HEAD_BYTES = 65_536;

  /** The PDF readers that people use allow so many bytes before the mark. */
  private static final int PDF_MARK_WITHIN = 1_024;

  /** Control characters that stray into text. */
  private static final int FEW_CONTROLS = 2;

  private static final Pattern HTML =
      Pattern.compile(
          "\\A\\s*+(?:<\\?xml[^>]*+>\\s*+|(?><!--.{0,5000}?-->)\\s*+)*+"
              + "<(?:!doctype\\s+html|html|head|body)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<(p|h[1-6]|div|ul|ol|table|article|main)\\b");

  private Recognition() {}

  /**
   * The kind of a file.
   *
   * @throws Refusal if it is of a kind that is not read, or not what its name says
   */
  static Kind of(String name, Path file) throws IOException {
    byte[] head;
    try (InputStream bytes = Files.newInputStream(file)) {
      head = bytes.readNBytes(HEAD_BYTES);
    }
    if (head.length == 0) {
      throw new Refusal("is empty: send it again");
    }
    Optional<Kind> named = Kind.named(name);
    Kind found = byContent(head, file, named);
    if (named.isPresent() && named.get() != found) {
      throw new Refusal(
          "is named as "
              + named.get().words()
              + ", but holds "
              + found.words()
              + ": give it the ending of what it is, or save it again");
    }
    if (named.isEmpty()) {
      throw new Refusal("has an ending that is not known: " + Kind.ALL);
    }
    return found;
  }

  private static Kind byContent(byte[] head, Path file, Optional<Kind> named) throws IOException {
    if (Magic.startsWith(head, 0, "PK\u0003\u0004")
        || Magic.startsWith(head, 0, "PK\u0005\u0006")) {
      DocxPackage.refuseOthers(file);
      return Kind.DOCX;
    }
    if (Magic.startsWith(head, 0, OldOffice.MAGIC)) {
      throw OldOffice.refusal(file);
    }
    Magic.kind(head)
        .ifPresent(kind -> {
          throw new Refusal("is " + kind + ": " + Kind.ALL);
        });
    String start = new String(head, StandardCharsets.ISO_8859_1);
    int mark = start.indexOf("%PDF-");
    if (mark == 0 || (mark > 0 && mark < PDF_MARK_WITHIN && named.equals(Optional.of(Kind.PDF)))) {
      return Kind.PDF;
    }
    return text(Decoding.head(head), named);
  }

  private static Kind text(String start, Optional<Kind> named) {
    if (isBinary(start)) {
      throw new Refusal("is not text, and of no kind that is known: " + Kind.ALL);
    }
    if (HTML.matcher(start).find()) {
      return Kind.HTML;
    }
    if (named.equals(Optional.of(Kind.HTML)) && TAG.matcher(start).find()) {
      return Kind.HTML;
    }
    return named.equals(Optional.of(Kind.MARKDOWN)) ? Kind.MARKDOWN : Kind.TEXT;
  }

  private static boolean isBinary(String start) {
    long controls =
        start.chars().filter(c -> Character.isISOControl(c) && !Character.isWhitespace(c)).count();
    return start.indexOf('\0') >= 0 || controls > Math.max(FEW_CONTROLS, start.length() / 100);
  }
}
