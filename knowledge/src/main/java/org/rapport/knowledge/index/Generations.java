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
  /** How many characters of its digest tell an edition in the name of a directory. */
  private static final int START = 12;

  private static final Pattern NAME =
      Pattern.compile("generation-(\\d{1,9})-[0-9a-f]{" + START + "}");
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
    Optional<String> name = liveName();
    return name.isEmpty() ? OptionalInt.empty() : OptionalInt.of(numberIn(name.get()));
  }

  /**
   * Opens the live generation; empty if there is none yet.
   *
   * @throws UncheckedIOException if it is not whole
   */
  public Optional<Generation> openLive() {
    return liveName().map(name -> Generation.open(numberIn(name), folder.resolve(name)));
  }

  /**
   * Opens a generation; empty if it is not here.
   *
   * @param digest of the edition that it was built from
   * @throws UncheckedIOException if it is not whole
   */
  public Optional<Generation> open(int number, String digest) {
    Path directory = directory(number, digest);
    return Files.exists(directory)
        ? Optional.of(Generation.open(number, directory)).filter(found -> isOf(digest, found))
        : Optional.empty();
  }

  private static boolean isOf(String digest, Generation found) {
    boolean same = found.digest().equals(digest);
    if (!same) {
      found.close();
    }
    return same;
  }

  /** The numbers of all that are here, oldest first. */
  public List<Integer> all() {
    return names(folder)
        .filter(NAME.asMatchPredicate())
        .map(Generations::numberIn)
        .distinct()
        .sorted()
        .toList();
  }

  private Optional<String> liveName() {
    try {
      String name = Files.readString(folder.resolve("live")).strip();
      if (!NAME.matcher(name).matches()) {
        throw new UncheckedIOException(new IOException("The index is damaged"));
      }
      return Optional.of(name);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException broken) {
      throw new UncheckedIOException(new IOException("The index is damaged", broken));
    }
  }

  private static int numberIn(String name) {
    return Integer.parseInt(name.split("-", 3)[1]);
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
        Path directory = directory(number, edition.digest());
        delete(directory);
        byte[] ofAll = extra.write(embedding);
        new GenerationWriter(embedding, progress)
            .write(
                directory,
                edition,
                ofAll,
                layout,
                before.filter(other -> !other.directory().equals(directory)));
        return new Built(Generation.open(number, directory), embedding.embedded());
      } catch (IOException broken) {
        throw new UncheckedIOException("The index cannot be written", broken);
      }
    }

    /** Closes a generation and deletes it. */
    public void discard(Generation built) {
      built.close();
      delete(built.directory());
    }

    /** Makes a generation that is here the live one. */
    public void makeLive(Generation generation) {
      try {
        Path next = folder.resolve("live.next");
        try (FileChannel file =
            FileChannel.open(
                next,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
          file.write(StandardCharsets.UTF_8.encode(generation.directory().getFileName() + "\n"));
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

    /** Deletes all but those with these numbers, and never the live one. */
    public void keepOnly(Collection<Integer> numbers) {
      String live = liveName().orElse("");
      names(folder)
          .filter(NAME.asMatchPredicate())
          .filter(name -> !name.equals(live) && !numbers.contains(numberIn(name)))
          .forEach(name -> delete(folder.resolve(name)));
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

  private Path directory(int number, String digest) {
    return folder.resolve(
        "generation-" + number + "-" + digest.substring(0, Math.min(START, digest.length())));
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
