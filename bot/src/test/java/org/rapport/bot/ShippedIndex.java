package org.rapport.bot;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
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

  /** Guidance of one's own that answers from a copy. */
  public static Knowledge open(Path folder) {
    DataFolder data = new DataFolder(folder);
    copyTo(data);
    return Knowledge.open(data.index());
  }

  /** Returns the name of its directory. */
  private static String build() {
    try (FileChannel file = FileChannel.open(lock(), CREATE, WRITE);
        FileLock _ = file.lock();
        Knowledge knowledge = Knowledge.open(BUILT)) {
      knowledge.reindex(ShippedContent.read());
      return Files.readString(BUILT.resolve("live")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tests run in several processes at once. */
  private static Path lock() throws IOException {
    return Files.createDirectories(BUILT).resolveSibling("shipped-index.lock");
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }
}
