package org.rapport.knowledge.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.library.CalendarPage;
import org.rapport.knowledge.library.KnownIds;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.LibraryReader;
import org.rapport.knowledge.reading.Problems;

/** Reads a content folder, all of it, and refuses it with every problem named if any is wrong. */
public final class ContentReader {
  private static final long LARGEST_FILE_BYTES = 5_000_000;
  private static final String ACRONYMS = "language/acronyms.txt";
  private static final String SYNONYMS = "language/synonyms.txt";
  private static final String SHORTHAND = "language/shorthand.txt";

  private final Path root;
  private final Problems problems = new Problems();

  private ContentReader(Path root) {
    this.root = root;
  }

  /**
   * Reads the content in a folder.
   *
   * @throws ContentRefused if anything in it is wrong
   */
  public static Content read(Path root) {
    return new ContentReader(root).read();
  }

  private Content read() {
    if (!Files.isDirectory(root.resolve("guidance"))) {
      problems.add(root.toString(), 0, "Expected a folder with guidance/ and facts/ in it");
      ContentRefused.ifAny(problems);
    }
    Map<String, Fact> facts = new HashMap<>();
    FactsReader factsReader = new FactsReader(problems);
    files("facts", ".tsv").forEach((file, lines) -> factsReader.read(file, lines, facts));

    List<Section> sections = new ArrayList<>();
    SectionRules rules = new SectionRules(facts, problems);
    for (Guidance document : guidance()) {
      problems.addAll(document.problems());
      document.check(rules);
      sections.addAll(document.sections());
    }

    Library library = library(facts, ids(sections));
    for (CalendarPage page : library.calendar().pages()) {
      Section section = CalendarSections.of(page);
      rules.check(section, page.file(), 0);
      sections.add(section);
    }

    Set<String> ids = ids(sections);
    sections.forEach(section -> checkWays(section, ids));

    List<Boundary> boundaries = new ArrayList<>();
    BoundaryReader boundaryReader = new BoundaryReader(facts, reasons(), problems);
    files("boundaries", ".yaml")
        .forEach((file, lines) -> boundaries.add(boundaryReader.read(file, lines)));

    Content content =
        new Content(sections, facts, boundaries, corrections(ids), inside(), language(), library);
    if (sections.isEmpty() && problems.none()) {
      problems.add("guidance", 0, "There is no section of guidance");
    }
    ContentRefused.ifAny(problems);
    return content;
  }

  /** The documents in the order of their names, several at a time. */
  private List<Guidance> guidance() {
    return texts("guidance", ".md")
        .map(file ->
            file.lines()
                .map(lines -> Guidance.read(file.name(), lines))
                .orElseGet(() -> Guidance.unreadable(file.name(), file.problem())))
        .toList();
  }

  private Library library(Map<String, Fact> facts, Set<String> sections) {
    Set<String> unsourced =
        facts.values().stream()
            .filter(fact -> fact.tag() == Fact.Tag.VERIFY)
            .map(Fact::id)
            .collect(Collectors.toUnmodifiableSet());
    KnownIds known = new KnownIds(facts.keySet(), sections, SectionRules.POSITIONS, unsourced);
    return LibraryReader.read(known, files("library", ".yaml"), problems);
  }

  private static Set<String> ids(List<Section> sections) {
    return sections.stream().map(Section::id).collect(Collectors.toUnmodifiableSet());
  }

  private void checkWays(Section section, Set<String> ids) {
    section.ways().stream()
        .filter(way -> !ids.contains(way))
        .forEach(way ->
            problems.add(
                "guidance/" + section.document() + ".md",
                0,
                section.id() + ": no section has the id " + way));
  }

  private List<Correction> corrections(Set<String> sections) {
    CorrectionReader reader = new CorrectionReader(sections, problems);
    List<Correction> corrections = new ArrayList<>();
    files("corrections", ".yaml")
        .forEach((file, lines) -> corrections.add(reader.read(file, lines)));
    return corrections;
  }

  private Language language() {
    LanguageReader reader = new LanguageReader(problems);
    Map<String, List<String>> lists = files("language", ".txt");
    return new Language(
        reader.acronyms(ACRONYMS, lists.getOrDefault(ACRONYMS, List.of())),
        reader.synonyms(SYNONYMS, lists.getOrDefault(SYNONYMS, List.of())),
        reader.shorthand(SHORTHAND, lists.getOrDefault(SHORTHAND, List.of())));
  }

  private List<String> inside() {
    return files("boundaries", ".txt").values().stream()
        .flatMap(List::stream)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .distinct()
        .toList();
  }

  private static Set<String> reasons() {
    Set<String> reasons = new HashSet<>(Set.of(Boundary.URGENT, Boundary.NOT_COVERED));
    Stream.of(Answer.Reason.values()).map(Answer.Reason::id).forEach(reasons::add);
    return reasons;
  }

  /** The files of a folder and their lines, in the order of their names. */
  private Map<String, List<String>> files(String folder, String ending) {
    Map<String, List<String>> files = new TreeMap<>();
    texts(folder, ending)
        .toList()
        .forEach(file ->
            file.lines()
                .ifPresentOrElse(
                    lines -> files.put(file.name(), lines),
                    () -> problems.add(file.name(), 0, file.problem())));
    return files;
  }

  /** The same, several at a time. */
  private Stream<Text> texts(String folder, String ending) {
    return paths(folder).entrySet().parallelStream()
        .filter(path -> path.getKey().endsWith(ending))
        .map(path -> read(path.getKey(), path.getValue()));
  }

  /** What is in a folder, by its path inside the content folder. */
  private Map<String, Path> paths(String folder) {
    Map<String, Path> paths = new TreeMap<>();
    if (!Files.isDirectory(root.resolve(folder))) {
      return paths;
    }
    try (Stream<Path> found =
        Files.find(root.resolve(folder), Integer.MAX_VALUE, ContentReader::isFile)) {
      found.forEach(path -> paths.put(root.relativize(path).toString().replace('\\', '/'), path));
    } catch (IOException broken) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read", broken);
    }
    return paths;
  }

  /** A file, or a link to one; what is known of the path already is not looked up again. */
  private static boolean isFile(Path path, BasicFileAttributes known) {
    return known.isRegularFile() || (known.isSymbolicLink() && Files.isRegularFile(path));
  }

  /**
   * A file as it was read.
   *
   * @param lines empty if it could not be
   * @param problem why not
   */
  private record Text(String name, Optional<List<String>> lines, String problem) {}

  private static Text read(String name, Path path) {
    try {
      return Files.size(path) > LARGEST_FILE_BYTES
          ? new Text(name, Optional.empty(), "Larger than " + LARGEST_FILE_BYTES + " bytes")
          : new Text(name, Optional.of(Files.readString(path).lines().toList()), "");
    } catch (CharacterCodingException notUtf8) {
      return new Text(name, Optional.empty(), "Not readable as UTF-8 text");
    } catch (IOException broken) {
      throw new UncheckedIOException("The file " + name + " cannot be read", broken);
    }
  }
}
