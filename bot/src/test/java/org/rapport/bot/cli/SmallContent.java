package org.rapport.bot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A content folder of a few sections, quick to index, made from what is shipped. */
final class SmallContent {
  private static final Path SHIPPED = Path.of("../knowledge/src/main/resources/content");

  private SmallContent() {}

  static Path in(Path folder) throws IOException {
    copy("facts", folder);
    copy("language", folder);
    Path guidance = Files.createDirectories(folder.resolve("guidance/getting-started"));
    Files.copy(
        SHIPPED.resolve("guidance/getting-started/choosing-where-to-be-online.md"),
        guidance.resolve("choosing-where-to-be-online.md"));
    return folder;
  }

  private static void copy(String name, Path folder) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(SHIPPED.resolve(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
