package org.rapport.bot.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.channel.GivenFile.Fetched;
import org.rapport.knowledge.upload.UploadLimits;
import org.rapport.knowledge.upload.UploadedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that somebody gave, in a folder that only this process's user can read, until closed. */
final class FetchedFiles implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FetchedFiles.class);

  private final Path folder;
  private final List<UploadedFile> files = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  /** A file that is not there, and why. */
  record Missing(String name, Fetched why) {}

  private FetchedFiles(Path folder) {
    this.folder = folder;
  }

  /** Fetches them, one after the other. */
  static FetchedFiles of(List<GivenFile> given) {
    try {
      // For its owner alone, by the contract of this method.
      FetchedFiles fetched = new FetchedFiles(Files.createTempDirectory("rapport-given-"));
      fetched.fetch(given);
      return fetched;
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  List<UploadedFile> files() {
    return files;
  }

  List<Missing> missing() {
    return missing;
  }

  private void fetch(List<GivenFile> given) {
    try {
      for (GivenFile each : given) {
        Path content = folder.resolve(Integer.toString(files.size() + missing.size()));
        UploadedFile file = new UploadedFile(each.name(), content);
        Fetched fetched = fetch(each, content);
        if (fetched == Fetched.WHOLE) {
          files.add(file);
        } else {
          missing.add(new Missing(file.name(), fetched));
        }
      }
    } catch (RuntimeException fault) {
      close();
      throw fault;
    }
  }

  private static Fetched fetch(GivenFile file, Path into) {
    return file.size().orElse(0) > UploadLimits.MOST_BYTES
        ? Fetched.TOO_LARGE
        : file.fetch(into, UploadLimits.MOST_BYTES);
  }

  @Override
  public void close() {
    try (DirectoryStream<Path> contents = Files.newDirectoryStream(folder)) {
      for (Path content : contents) {
        Files.delete(content);
      }
      Files.delete(folder);
    } catch (IOException kept) {
      log.warn("A temporary folder could not be deleted: {}", kept.getClass().getSimpleName());
    }
  }
}
