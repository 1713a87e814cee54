package org.rapport.knowledge.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads a document of guidance in the form that {@code content/README.md} lays down. */
final class GuidanceReader {
  private static final Set<String> DOCUMENT_KEYS = Set.of("title", "owner", "review-by");
  private static final Set<String> SECTION_KEYS =
      Set.of("id", "questions", "facts", "positions", "stages", "owner", "review-by", "ways");

  // Only blocks count here; what is inside a paragraph stays as it is written.
  private static final Parser MARKDOWN =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS)
          .inlineParserFactory(context -> (lines, node) -> {})
          .build();

  private final Problems problems;
  private String file = "";
  private List<String> lines = List.of();

  GuidanceReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads one document.
   *
   * @param path path of the file inside the content folder
   */
  List<Section> read(String path, List<String> source) {
    file = path;
    lines = source;
    int headEnd = source.isEmpty() || !source.getFirst().equals("---") ? -1 : endOfHead();
    if (headEnd < 0) {
      problems.add(file, 1, "Expected a head between two lines of ---");
      return List.of();
    }
    Yaml head =
        Yaml.read(String.join("\n", source.subList(1, headEnd)), file, 2, DOCUMENT_KEYS, problems);
    head.text("title");
    // The head becomes empty lines, so that what follows keeps its line numbers.
    String body =
        "\n".repeat(headEnd + 1) + String.join("\n", source.subList(headEnd + 1, source.size()));
    List<Section> sections = new ArrayList<>();
    Node node = MARKDOWN.parse(body).getFirstChild();
    while (node != null) {
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        List<Node> parts = new ArrayList<>();
        Node next = node.getNext();
        while (next != null && !(next instanceof Heading h && h.getLevel() == 2)) {
          parts.add(next);
          next = next.getNext();
        }
        section(heading, parts, head).ifPresent(sections::add);
        node = next;
      } else {
        problem(node, "Expected a section, which starts with '## Title'");
        node = node.getNext();
      }
    }
    return sections;
  }

  private int endOfHead() {
    int end = lines.subList(1, lines.size()).indexOf("---");
    return end < 0 ? -1 : end + 1;
  }

  private Optional<Section> section(Heading heading, List<Node> parts, Yaml head) {
    if (parts.isEmpty()
        || !(parts.getFirst() instanceof FencedCodeBlock block)
        || !"yaml".equals(block.getInfo())) {
      problem(heading, "Expected a ```yaml block under the title");
      return Optional.empty();
    }
    Yaml meta = Yaml.read(block.getLiteral(), file, line(block) + 1, SECTION_KEYS, problems);
    String shortAnswer = "";
    List<String> steps = List.of();
    List<String> watchOuts = List.of();
    Optional<String> examplePost = Optional.empty();
    String under = "";
    for (Node part : parts.subList(1, parts.size())) {
      if (part instanceof Heading inner && inner.getLevel() == 3) {
        under = source(inner).replaceFirst("^#+\\s*", "").strip();
        continue;
      }
      switch (under) {
        case "" -> {
          if (part instanceof Paragraph && shortAnswer.isEmpty()) {
            shortAnswer = source(part);
          } else {
            problem(part, "Expected one paragraph, the short answer, before '### How'");
          }
        }
        case "How" -> steps = items(part, OrderedList.class, "steps numbered '1.'");
        case "Watch out" -> watchOuts = items(part, BulletList.class, "points with '-'");
        case "Example post" -> {
          if (part instanceof BlockQuote) {
            examplePost = Optional.of(quote(part));
          } else {
            problem(part, "Expected the post in lines that start with '>'");
          }
        }
        default ->
            problem(part, "Unknown part '" + under + "'; expected How, Watch out or Example post");
      }
    }
    return Optional.of(
        new Section(
            meta.text("id"),
            file.replaceFirst("^guidance/", "").replaceFirst("\\.md$", ""),
            source(heading).replaceFirst("^##\\s*", "").strip(),
            meta.list("questions"),
            shortAnswer,
            steps,
            watchOuts,
            examplePost,
            meta.list("facts"),
            meta.list("positions"),
            stages(meta, heading),
            meta.text("owner", head.text("owner")),
            date(meta.text("review-by", head.text("review-by")), heading),
            meta.has("ways") ? meta.list("ways") : List.of()));
  }

  private List<Integer> stages(Yaml meta, Node heading) {
    List<Integer> stages = new ArrayList<>();
    for (String stage : meta.list("stages")) {
      if (stage.matches("[0-5]")) {
        stages.add(Integer.valueOf(stage));
      } else {
        problem(heading, "Expected stages from 0 to 5, found '" + stage + "'");
      }
    }
    return stages;
  }

  private LocalDate date(String text, Node heading) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      problem(heading, "Expected review-by as 2027-05-31, found '" + text + "'");
      return LocalDate.MAX;
    }
  }

  private List<String> items(Node part, Class<? extends ListBlock> form, String expected) {
    if (!form.isInstance(part)) {
      problem(part, "Expected " + expected);
      return List.of();
    }
    List<String> items = new ArrayList<>();
    for (Node item = part.getFirstChild(); item != null; item = item.getNext()) {
      Node only = item.getFirstChild();
      if (only instanceof Paragraph && only.getNext() == null) {
        items.add(source(only));
      } else {
        problem(item, "Expected one paragraph in each point");
      }
    }
    return items;
  }

  private String quote(Node quote) {
    List<String> paragraphs = new ArrayList<>();
    for (Node part = quote.getFirstChild(); part != null; part = part.getNext()) {
      paragraphs.add(source(part));
    }
    return String.join("\n\n", paragraphs);
  }

  /** A block as written, its lines joined by spaces. */
  private String source(Node node) {
    StringBuilder text = new StringBuilder();
    for (SourceSpan span : node.getSourceSpans()) {
      int lineIndex = span.getLineIndex();
      if (!text.isEmpty()) {
        text.append(' ');
      }
      String line = lines.get(lineIndex);
      text.append(
          line,
          span.getColumnIndex(),
          Math.min(line.length(), span.getColumnIndex() + span.getLength()));
    }
    return text.toString().strip();
  }

  private static int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
  }

  private void problem(Node node, String message) {
    problems.add(file, line(node), message);
  }
}
