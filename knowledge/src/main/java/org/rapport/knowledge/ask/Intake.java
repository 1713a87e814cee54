package org.rapport.knowledge.ask;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapport.knowledge.content.ContentRefused;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.OwnGuidance;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.index.Entry;
import org.rapport.knowledge.reading.Problem;
import org.rapport.knowledge.upload.DocumentReader;
import org.rapport.knowledge.upload.Reading;
import org.rapport.knowledge.upload.Unread;
import org.rapport.knowledge.upload.UploadedFile;
import org.rapport.knowledge.upload.UploadedSections;

/** Turns files that an organisation gave into entries of its own part of the index. */
public final class Intake {
  private static final long LARGEST_GUIDANCE_BYTES = 5_000_000;

  private final DocumentReader reader;
  private final Map<String, Fact> facts;

  /**
   * @param facts that sections in the form of Rapport's guidance may rest on
   */
  public Intake(DocumentReader reader, Map<String, Fact> facts) {
    this.reader = reader;
    this.facts = Map.copyOf(facts);
  }

  /** What came of a file. */
  public sealed interface Taken {
    /** The file's name. */
    String document();
  }

  /**
   * It was read.
   *
   * @param unread what in it could not be read
   */
  public record Read(String document, List<Entry> entries, List<Unread> unread) implements Taken {
    public Read {
      entries = List.copyOf(entries);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Nothing of it was taken.
   *
   * @param reasons what is wrong and what was expected, a line each
   */
  public record Refused(String document, List<String> reasons) implements Taken {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /** Reads a file. Never throws for what is in it. */
  public Taken take(UploadedFile file, LocalDate given) {
    Optional<List<String>> guidance = guidance(file);
    if (guidance.isPresent()) {
      return guidance(file.name(), guidance.get());
    }
    return switch (reader.read(file)) {
      case Reading.Refused refused -> new Refused(file.name(), List.of(refused.line()));
      case Reading.Read read -> new Read(file.name(), entries(file, read, given), read.unread());
    };
  }

  private static List<Entry> entries(UploadedFile file, Reading.Read read, LocalDate given) {
    return UploadedSections.entries(
        file.name(),
        read.sections(),
        (id, section) -> Page.of(id, section, read.title(), given).json());
  }

  private Taken guidance(String name, List<String> lines) {
    try {
      List<Entry> entries =
          OwnGuidance.read(name, lines, facts).stream().map(s -> entry(name, s)).toList();
      return new Read(name, entries, List.of());
    } catch (ContentRefused refused) {
      return new Refused(name, refused.problems().stream().map(Problem::toString).toList());
    }
  }

  private Entry entry(String document, Section section) {
    return new Entry(
        section.id(),
        document,
        section.title(),
        section.questions(),
        section.body(),
        section.facts(),
        Page.of(section, facts, List.of()).ofTheirOwn().json());
  }

  /** Its lines, if it is in the form of Rapport's guidance. */
  private static Optional<List<String>> guidance(UploadedFile file) {
    Path content = file.content();
    try {
      if (!file.name().toLowerCase(Locale.ROOT).endsWith(".md")
          || Files.size(content) > LARGEST_GUIDANCE_BYTES) {
        return Optional.empty();
      }
      return Optional.of(Files.readAllLines(content)).filter(OwnGuidance::isOne);
    } catch (IOException notUtf8) {
      // The reader of any document tells what it is.
      return Optional.empty();
    }
  }
}
