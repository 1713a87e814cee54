package org.rapport.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.embed.Embedder;

/**
 * The generations in a folder, and which one is live. A generation is built in a directory of its
 * own, made durable, and only then named in the file {@code live}: a crash at any point leaves the
 * old or the new one live and whole.
 */
public final class Generations {
  /** How many are kept, the live one included. */
  public static final int KEPT = 5;

  private static final String PREFIX = "generation-";

  private final Path folder;

  public Generations(Path folder) {
    this.folder = folder;
  }

  /** Another process builds or switches just now. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("Another reindex or rollback is running; try again when it is done");
    }
  }

  /** What came of a build. */
  public record Built(int number, int entries, int embedded) {}

  /** The number of the live generation; empty if there is none yet. */
  public OptionalInt live() {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(folder.resolve("live")).strip()));
    } catch (NoSuchFileException none) {
      return OptionalInt.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The numbers of all that are kept, oldest first. */
  public List<Integer> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString())
          .filter(name -> name.matches(PREFIX + "\\d+"))
          .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Opens a generation by its number. */
  public Generation open(int number) {
    return Generation.open(number, directory(number));
  }

  /**
   * Builds a new generation and makes it live. Entries that {@code before} has keep their vectors.
   *
   * @throws Busy if another process builds or switches
   */
  public Built build(
      List<Entry> entries,
      byte[] extra,
      Map<String, String> about,
      Embedder embedder,
      @Nullable Generation before) {
    return locked(() -> {
      List<Integer> all = all();
      int number = Math.max(all.isEmpty() ? 0 : all.getLast(), live().orElse(0)) + 1;
      Path building = folder.resolve("building");
      delete(building);
      int embedded =
          new GenerationWriter(
                  embedder,
                  hash -> before == null ? Optional.empty() : before.vectors(hash, Embedder.MODEL))
              .write(building, entries, extra, about);
      Files.move(building, directory(number), StandardCopyOption.ATOMIC_MOVE);
      makeLive(number);
      forgetOld(number);
      return new Built(number, entries.size(), embedded);
    });
  }

  /**
   * Makes an earlier generation live again.
   *
   * @throws IllegalArgumentException if it is not kept
   * @throws Busy if another process builds or switches
   */
  public void rollback(int number) {
    locked(() -> {
      if (!all().contains(number)) {
        throw new IllegalArgumentException(
            "There is no generation " + number + "; kept are " + all());
      }
      makeLive(number);
      return number;
    });
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Work<T> work) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        if (lock == null) {
          throw new Busy();
        }
        return work.run();
      }
    } catch (OverlappingFileLockException sameProcess) {
      throw new Busy();
    } catch (IOException broken) {
      throw new UncheckedIOException("The index cannot be written", broken);
    }
  }

  private void makeLive(int number) throws IOException {
    Path next = folder.resolve("live.next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(java.nio.charset.StandardCharsets.UTF_8.encode(number + "\n"));
      channel.force(true);
    }
    Files.move(next, folder.resolve("live"), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder)) {
      directory.force(true);
    }
  }

  private void forgetOld(int live) throws IOException {
    List<Integer> all = all();
    for (int number : all.subList(0, Math.max(0, all.size() - KEPT))) {
      if (number != live) {
        delete(directory(number));
      }
    }
  }

  private Path directory(int number) {
    return folder.resolve(PREFIX + number);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
