package org.rapport.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.bot.store.DataFolder;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.content.ShippedContent;

/**
 * The index of the shipped guidance. It is built once on a machine and kept for as long as the
 * guidance does not change; each test gets a copy of its own.
 */
public final class ShippedIndex {
  private static final Path BUILT = Path.of("target", "shipped-index");
  private static final String GENERATION = build();

  private ShippedIndex() {}

  /** Puts a copy where the server looks for its index. */
  public static void copyTo(DataFolder data) {
    try {
      Path to = Files.createDirectories(data.index().resolve(GENERATION));
      for (Path file : filesOf(BUILT.resolve(GENERATION))) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
      Files.copy(BUILT.resolve("live"), data.index().resolve("live"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name of its directory. */
  private static String build() {
    try (Knowledge knowledge = Knowledge.open(BUILT)) {
      knowledge.reindex(ShippedContent.read());
      return Files.readString(BUILT.resolve("live")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }
}
