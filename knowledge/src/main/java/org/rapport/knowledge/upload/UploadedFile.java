package org.rapport.knowledge.upload;

import java.nio.file.Path;

/**
 * A file that somebody sent, on disk.
 *
 * @param name as its sender calls it, with its ending; a folder before it is dropped
 * @param content where its bytes are; the path's own name means nothing
 */
public record UploadedFile(String name, Path content) {
  private static final int LONGEST_NAME = 120;

  public UploadedFile {
    name = Text.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
    if (name.isEmpty()) {
      name = "unnamed";
    }
    if (name.length() > LONGEST_NAME) {
      name = Text.start(name, LONGEST_NAME - 20) + "…" + name.substring(name.length() - 10);
    }
  }

  /** The name without its ending, hyphens and underscores as blanks. */
  String plainName() {
    int dot = name.lastIndexOf('.');
    String plain = Text.line((dot > 0 ? name.substring(0, dot) : name).replaceAll("[-_]+", " "));
    return plain.isEmpty() ? name : plain;
  }
}
