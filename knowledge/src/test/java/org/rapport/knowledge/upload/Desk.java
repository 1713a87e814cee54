package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Where files are handed in: keeps them in a folder and has them read. */
final class Desk {
  private final DocumentReader reader;
  private final Path file;

  Desk(Path folder) {
    this(folder, new DocumentReader(InstantSource.system(), Duration.ofMinutes(1)));
  }

  Desk(Path folder, DocumentReader reader) {
    this.reader = reader;
    this.file = folder.resolve("handed-in");
  }

  Reading take(String name, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return reader.read(new UploadedFile(name, file));
  }

  Reading.Read read(String name, byte[] bytes) {
    Reading reading = take(name, bytes);
    assertThat(reading).isInstanceOf(Reading.Read.class);
    return (Reading.Read) reading;
  }

  Reading.Read read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The line with which a file is refused. */
  String refusal(String name, byte[] bytes) {
    Reading reading = take(name, bytes);
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).line();
  }

  String refusal(String name, String text) {
    return refusal(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> titles(Reading.Read reading) {
    return reading.sections().stream().map(UploadedSection::title).toList();
  }

  static List<String> paths(Reading.Read reading) {
    return reading.sections().stream().map(section -> String.join(" > ", section.path())).toList();
  }

  /** The body of the section with a title. */
  static String body(Reading.Read reading, String title) {
    return reading.sections().stream()
        .filter(section -> section.title().equals(title))
        .findFirst()
        .orElseThrow()
        .body();
  }

  static List<String> unread(Reading.Read reading) {
    return reading.unread().stream().map(Unread::toString).toList();
  }
}
