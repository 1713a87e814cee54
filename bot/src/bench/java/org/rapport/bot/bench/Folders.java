package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes whole folders. */
final class Folders {
  private Folders() {}

  static Path copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Files.copy(path, to.resolve(from.relativize(path).toString()));
    }
    return to;
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : walk(folder).reversed()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
