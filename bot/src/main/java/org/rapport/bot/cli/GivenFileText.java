package org.rapport.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is given. */
final class GivenFileText {
  private GivenFileText() {}

  /**
   * What is in it.
   *
   * @param largest in bytes
   * @throws Refusal if it is not there, or larger
   */
  static byte[] bytes(Path file, int largest) {
    if (!Files.isRegularFile(file)) {
      throw new Refusal("There is no file " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] read = in.readNBytes(largest + 1);
      if (read.length > largest) {
        throw new Refusal("Expected at most " + largest + " bytes in " + file);
      }
      return read;
    } catch (IOException broken) {
      throw new UncheckedIOException("Cannot read " + file, broken);
    }
  }
}
