package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/** One file of any bytes, read with nothing to catch what our own code trips over. */
final class Trial {
  /** Work of this thread: a file that takes more of it loops, however busy the machine is. */
  private static final InstantSource WORK =
      () -> Instant.EPOCH.plusNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Trial() {}

  /** One small good file of each kind, by its name. */
  static List<UploadedBytes> goodFiles() {
    return List.of(
        new UploadedBytes("a.pdf", pdf()),
        new UploadedBytes("a.docx", docx()),
        new UploadedBytes(
            "a.html",
            bytes(
                "<!doctype html><html><body><h1>A</h1><p>b<ul><li>c"
                    + "<ol><li>d</ol></ul><table><tr><th>e<td>f</table><img alt=g src=h><a href=http://i>j")),
        new UploadedBytes(
            "a.md",
            bytes(
                "---\ntitle: a\n---\n# b\n\nc *d* [e](http://f)\n\n- g\n"
                    + "  1. h\n\n|i|j|\n|-|-|\n|k|l|\n\n> m\n\n```\nn\n```\n<b>o</b>")),
        new UploadedBytes(
            "a.txt",
            bytes("A\n=\nb-\nroken\n\nCAPITALS\n\n- c\n\n1.1 D\n\nShort\n\n" + Prose.ENOUGH)));
  }

  /** A file as handed in. */
  static final class UploadedBytes {
    private final String name;
    private final byte[] bytes;

    UploadedBytes(String name, byte[] bytes) {
      this.name = name;
      this.bytes = bytes;
    }

    /** Its name, with its ending. */
    String name() {
      return name;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static void of(String name, byte[] bytes) {
    try {
      Path file = Files.createTempFile("trial", "");
      try {
        Files.write(file, bytes);
        run(new UploadedFile(name, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException damaged) {
      assertThat(damaged).isNotNull();
    }
  }

  private static void run(UploadedFile file) throws IOException {
    try {
      Deadline deadline = new Deadline(WORK, PATIENCE);
      check(DocumentReader.read(file, deadline));
    } catch (Refusal refusal) {
      assertThat(refusal.line()).hasLineCount(1).doesNotContain("takes too long");
    } catch (RuntimeException broken) {
      if (isOurs(broken)) {
        Assertions.fail(broken);
      }
    }
  }

  private static void check(Reading.Read reading) {
    assertThat(reading.sections()).isNotEmpty();
    assertThat(reading.sections())
        .allSatisfy(section -> {
          assertThat(section.title()).isNotBlank().hasLineCount(1);
          assertThat(section.body()).isNotBlank();
          assertThat(Text.words(section.body())).isLessThanOrEqualTo(UploadLimits.MOST_WORDS);
        });
    assertThat(UploadedSections.entries("a", reading.sections(), (id, section) -> "{}"))
        .hasSameSizeAs(reading.sections());
  }

  /** Whether no parser of others was asked for anything when it happened. */
  private static boolean isOurs(RuntimeException broken) {
    return Stream.of(broken.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
        .findFirst()
        .filter(name -> name.startsWith("org.rapport."))
        .isPresent();
  }

  private static byte[] pdf() {
    return new PdfPrinter()
        .title("A")
        .paragraph(Prose.ENOUGH)
        .heading("B")
        .bookmark("B")
        .paragraph(Prose.ENOUGH)
        .page()
        .bookmark("C")
        .heading("C")
        .boldLine("D")
        .paragraph(Prose.ENOUGH)
        .picture()
        .print();
  }

  private static byte[] docx() {
    return new WordWriter()
        .headingStyles()
        .styled("Heading1", "A")
        .paragraph(Prose.ENOUGH)
        .item("b")
        .bold("c")
        .table(true, new String[] {"d", "e"}, new String[] {"f", "g"})
        .write();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
