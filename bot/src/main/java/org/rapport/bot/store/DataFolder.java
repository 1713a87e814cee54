package org.rapport.bot.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The folder where everything is that outlives a restart, and who may serve from it. */
public record DataFolder(Path path) {

  /** The embedded database. */
  public Path database() {
    return path.resolve("rapport.db");
  }

  /** The search index, by generation. */
  public Path index() {
    return path.resolve("index");
  }

  /** Documents that an organisation gave. */
  public Path uploads() {
    return path.resolve("uploads");
  }

  /** Makes the folder, for its owner alone, if it is not there. */
  public void create() {
    try {
      if (Files.isDirectory(path)) {
        return;
      }
      Files.createDirectories(path);
      if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the data folder " + path, e);
    }
  }

  /** Takes the folder for one serving process; empty while another has it. */
  public Optional<Lock> lock() {
    create();
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("serving.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<Lock> lock = tryLock(channel).map(held -> new Lock(channel));
      if (lock.isEmpty()) {
        channel.close();
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock the data folder " + path, e);
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException inThisProcess) {
      return Optional.empty();
    }
  }

  /** The right to serve from the folder; it ends when closed and when the process ends. */
  public record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot give back the data folder", e);
      }
    }
  }
}
