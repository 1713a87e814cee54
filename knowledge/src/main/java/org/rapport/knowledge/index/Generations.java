package org.rapport.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Embedding;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;

/**
 * The generations of one owner in a folder, and which one is live. A generation is built in a
 * directory of its own, made durable, and only then named in the file {@code live}: a crash at any
 * point leaves the old or the new one live and whole.
 */
public final class Generations {
  private static final String PREFIX = "generation-";

  private static final String ORGANISATIONS = "organisations";
  private static final Pattern OWNER = Pattern.compile("[A-Za-z0-9-]{0,40}");

  private final Path root;
  private final Path folder;

  /**
   * @param root where all owners' generations are
   * @param owner an organisation's id; empty for the guidance that is everybody's
   */
  public Generations(Path root, String owner) {
    if (!OWNER.matcher(owner).matches()) {
      throw new IllegalArgumentException("Not the id of an organisation");
    }
    this.root = root;
    this.folder = owner.isEmpty() ? root : root.resolve(ORGANISATIONS).resolve(owner);
  }

  /** The organisations that have, or had, generations of their own. */
  public static List<String> organisations(Path root) {
    return names(root.resolve(ORGANISATIONS)).filter(OWNER.asMatchPredicate()).sorted().toList();
  }

  /** Another process builds or switches just now. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Busy() {
      super("Another reindex or rollback is running; try again when it is done");
    }
  }

  /** The number of the live generation; empty if there is none yet. */
  public OptionalInt live() {
    try {
      return OptionalInt.of(Integer.parseInt(Files.readString(folder.resolve("live")).strip()));
    } catch (NoSuchFileException none) {
      return OptionalInt.empty();
    } catch (IOException | NumberFormatException broken) {
      throw new UncheckedIOException(new IOException("The index is damaged", broken));
    }
  }

  /** The numbers of all that are here, oldest first. */
  public List<Integer> all() {
    return names(folder)
        .filter(name -> name.matches(PREFIX + "\\d{1,9}"))
        .map(name -> Integer.valueOf(name.substring(PREFIX.length())))
        .sorted()
        .toList();
  }

  private static Stream<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(path -> path.getFileName().toString()).toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * Opens a generation by its number.
   *
   * @throws UncheckedIOException if it is not here, or not whole
   */
  public Generation open(int number) {
    return Generation.open(number, directory(number));
  }

  /**
   * Takes the folder, all owners' parts of it, for a build or a switch; nobody else may until it is
   * given back.
   *
   * @throws Busy if somebody else has it
   */
  public Changing change() {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new Busy();
      }
      return new Changing(channel);
    } catch (IOException broken) {
      throw new UncheckedIOException("The index cannot be written", broken);
    }
  }

  /** The lock lasts as long as the channel, and no longer than the process. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  /** The right to change what is here. */
  public final class Changing implements AutoCloseable {
    private final FileChannel channel;

    private Changing(FileChannel channel) {
      this.channel = channel;
    }

    /**
     * Builds a generation, which does not go live by that. What was here of that number is lost.
     *
     * @param extra makes what applies to all of it, given back as it is
     * @param known vectors that need not be computed
     * @param before a generation whose files may be used again
     */
    public Built build(
        int number,
        Edition edition,
        Layout layout,
        Extra extra,
        Embedder embedder,
        KnownVectors known,
        Optional<Generation> before,
        Progress progress) {
      Embedding embedding = new Embedding(embedder, known);
      try {
        forget(number);
        byte[] ofAll = extra.write(embedding);
        new GenerationWriter(embedding, progress)
            .write(
                directory(number),
                edition,
                ofAll,
                layout,
                before.filter(other -> !other.directory().equals(directory(number))));
      } catch (IOException broken) {
        throw new UncheckedIOException("The index cannot be written", broken);
      }
      return new Built(open(number), embedding.embedded());
    }

    /** Deletes a generation. */
    public void forget(int number) {
      delete(directory(number));
    }

    /** Makes a generation that is here the live one. */
    public void makeLive(int number) {
      try {
        Path next = folder.resolve("live.next");
        try (FileChannel file =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
          file.write(StandardCharsets.UTF_8.encode(number + "\n"));
          file.force(true);
        }
        Files.move(next, folder.resolve("live"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder)) {
          directory.force(true);
        }
      } catch (IOException broken) {
        throw new UncheckedIOException("The index cannot be written", broken);
      }
    }

    /** Deletes all but these, and never the live one. */
    public void keepOnly(Collection<Integer> numbers) {
      OptionalInt live = live();
      for (int number : all()) {
        if (!numbers.contains(number) && (live.isEmpty() || live.getAsInt() != number)) {
          delete(directory(number));
        }
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /**
   * What came of a build.
   *
   * @param embedded how many entries' vectors were not known
   */
  public record Built(Generation generation, int embedded) {}

  /** Writes what applies to a whole generation. */
  @FunctionalInterface
  public interface Extra {
    byte[] write(Embedding embedding);
  }

  private Path directory(int number) {
    return folder.resolve(PREFIX + number);
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The index cannot be written", broken);
    }
  }
}
