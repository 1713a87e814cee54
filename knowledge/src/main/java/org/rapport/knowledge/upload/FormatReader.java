package org.rapport.knowledge.upload;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one kind of file. */
interface FormatReader {
  /**
   * Pours a file's headings and words into {@code blocks}.
   *
   * @throws Refusal if it cannot or must not be read
   * @throws IOException if the file is not what its kind promises
   */
  void read(Path file, Blocks blocks, Deadline deadline) throws IOException;
}
