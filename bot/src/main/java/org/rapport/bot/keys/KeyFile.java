package org.rapport.bot.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The keys that were made on the first start, because nobody had set any. */
public record KeyFile(Path path) {
  private static final String COMMENT =
      """
      # Keys of Rapport, newest first. Without them, what is sealed in its database cannot be read:
      # keep a copy away from the copies of the database. A new key on a line above the others
      # seals from the next start on.
      """;

  /**
   * The keys in it; empty if there is no such file.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalArgumentException if there is something else in it
   */
  public Optional<Keys> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Keys.of(Files.readString(path)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The keys in " + path + " cannot be read", unreadable);
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(path + " does not hold keys: " + broken.getMessage());
    }
  }

  /** The keys in it; makes it, for its owner alone, with one new key if it is not there. */
  public Keys readOrMake() {
    return read().orElseGet(this::make);
  }

  private Keys make() {
    String text = COMMENT + KeyText.random() + "\n";
    try {
      Path whole = Files.createTempFile(folder(), "keys", "");
      if (Files.getFileStore(whole).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(whole, text);
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("The keys cannot be kept in " + path, e);
    }
    return Keys.of(text);
  }

  private Path folder() {
    return path.toAbsolutePath().resolveSibling(".").normalize();
  }
}
