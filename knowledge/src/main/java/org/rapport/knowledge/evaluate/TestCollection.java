package org.rapport.knowledge.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A public test collection: documents, queries, and which documents are relevant to which query.
 *
 * @param documents in the order of the file
 * @param queries in the order of the file
 * @param relevant query id to document id to grade, 1 or more
 */
public record TestCollection(
    List<Doc> documents, List<Query> queries, Map<String, Map<String, Integer>> relevant) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public TestCollection {
    documents = List.copyOf(documents);
    queries = List.copyOf(queries);
    relevant = Map.copyOf(relevant);
  }

  /** A document; {@code label} is its class in a collection for intents, else empty. */
  public record Doc(String id, String title, String text, String label) {}

  /** A query; {@code outOfScope} if no document answers it, {@code label} as in {@link Doc}. */
  public record Query(String id, String text, boolean outOfScope, String label) {}

  /**
   * Reads documents, queries (one JSON object a line with {@code id} or {@code _id}, {@code title}
   * and {@code text}) and judgements (query, document and grade parted by tabs; a head line and the
   * four columns of TREC are understood).
   *
   * @throws IllegalArgumentException naming file and line if a line is not of that form
   */
  public static TestCollection read(Path corpus, Path queries, Path judgements) {
    return read(corpus, queries, judgements(judgements));
  }

  /**
   * Reads a collection whose documents and queries have labels instead of judgements.
   *
   * @throws IllegalArgumentException naming file and line if a line is not of that form
   */
  public static TestCollection read(Path corpus, Path queries) {
    return read(corpus, queries, Map.of());
  }

  private static TestCollection read(
      Path corpus, Path queries, Map<String, Map<String, Integer>> relevant) {
    List<Doc> documents = new ArrayList<>();
    eachJson(
        corpus,
        node ->
            documents.add(
                new Doc(id(node), text(node, "title"), text(node, "text"), text(node, "label"))));
    List<Query> asked = new ArrayList<>();
    eachJson(
        queries,
        node ->
            asked.add(
                new Query(
                    id(node),
                    text(node, "text"),
                    node.path("oos").asBoolean(false),
                    text(node, "label"))));
    return new TestCollection(documents, asked, relevant);
  }

  private static Map<String, Map<String, Integer>> judgements(Path file) {
    Map<String, Map<String, Integer>> relevant = new HashMap<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).strip().split("\\s+");
      int last = cells.length - 1;
      if (lines.get(i).isBlank() || (i == 0 && !cells[last].matches("-?\\d+"))) {
        continue;
      }
      if (cells.length < 3 || !cells[last].matches("-?\\d+")) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": expected query, document and grade");
      }
      int grade = Integer.parseInt(cells[last]);
      if (grade > 0) {
        relevant.computeIfAbsent(cells[0], query -> new HashMap<>()).put(cells[last - 1], grade);
      }
    }
    return relevant;
  }

  interface NodeReader {
    void read(JsonNode node);
  }

  static void eachJson(Path file, NodeReader reader) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        reader.read(JSON.readTree(lines.get(i)));
      } catch (JsonProcessingException | IllegalArgumentException notOfTheForm) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": expected one JSON object with an id and a text",
            notOfTheForm);
      }
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + file, unreadable);
    }
  }

  private static String id(JsonNode node) {
    String id = node.path("id").asText(node.path("_id").asText(""));
    if (id.isEmpty()) {
      throw new IllegalArgumentException("no id");
    }
    return id;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText("");
  }
}
