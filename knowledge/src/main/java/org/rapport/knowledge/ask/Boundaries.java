package org.rapport.knowledge.ask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Correction;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Embedding;
import org.rapport.knowledge.embed.TextGroup;
import org.rapport.knowledge.embed.VectorTable;
import org.rapport.knowledge.embed.Vectors;

/**
 * What a generation keeps beside its sections: the boundaries with the vectors of their examples,
 * the corrections with those of the beliefs, and the language. A question is compared with each.
 */
final class Boundaries {
  // What another version of Rapport wrote is unreadable, not half read.
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  private static final int VECTOR_BYTES = Embedder.DIMENSIONS * Float.BYTES;

  private final List<Boundary> boundaries;
  private final List<Correction> corrections;
  private final Language language;
  // The examples of the first boundary, its look-alikes, those of the second, and so on; then the
  // beliefs of the first correction, and so on.
  private final VectorTable table;
  private final Map<String, Integer> rowOfFact = new HashMap<>();

  /**
   * How near a question comes to a boundary.
   *
   * @param examples cosines of the nearest examples, nearest first
   * @param lookAlikes cosines of the nearest look-alikes, nearest first
   */
  record Nearness(Boundary boundary, List<Double> examples, List<Double> lookAlikes) {
    /** The cosine of the nearest example. */
    double example() {
      return examples.isEmpty() ? 0 : examples.getFirst();
    }

    /** The cosine of the nearest look-alike. */
    double lookAlike() {
      return lookAlikes.isEmpty() ? 0 : lookAlikes.getFirst();
    }
  }

  /**
   * How near a question comes to what a correction puts right.
   *
   * @param belief cosine of the nearest belief
   */
  record Doubt(Correction correction, double belief) {}

  private Boundaries(Head head, VectorTable table) {
    this.boundaries = head.boundaries();
    this.corrections = head.corrections();
    this.language = new Language(head.acronyms(), head.synonyms(), head.shorthand());
    this.table = table;
    int row =
        Stream.concat(
                boundaries.stream().map(Boundaries::group),
                corrections.stream().map(Boundaries::group))
            .mapToInt(group -> group.texts().size())
            .sum();
    for (String fact : head.facts().keySet()) {
      rowOfFact.put(fact, row++);
    }
  }

  Language language() {
    return language;
  }

  /** How near a question's vector comes to each boundary. */
  List<Nearness> nearness(float[] question) {
    List<Nearness> nearness = new ArrayList<>(boundaries.size());
    int row = 0;
    for (Boundary boundary : boundaries) {
      int lookAlikes = row + boundary.examples().size();
      int next = lookAlikes + boundary.lookAlikes().size();
      nearness.add(
          new Nearness(
              boundary, nearest(question, row, lookAlikes), nearest(question, lookAlikes, next)));
      row = next;
    }
    return nearness;
  }

  /** How near a question's vector comes to the beliefs of each correction. */
  List<Doubt> doubts(float[] question) {
    List<Doubt> doubts = new ArrayList<>(corrections.size());
    int row = boundaries.stream().mapToInt(boundary -> group(boundary).texts().size()).sum();
    for (Correction correction : corrections) {
      int next = row + correction.beliefs().size();
      doubts.add(new Doubt(correction, best(question, row, next)));
      row = next;
    }
    return doubts;
  }

  /**
   * How much some facts bear on a question.
   *
   * @param facts their ids
   * @return the cosine of the nearest; 1 of none, as what rests on no fact rests on itself
   */
  double bearing(float[] question, Collection<String> facts) {
    return facts.stream()
        .map(rowOfFact::get)
        .filter(Objects::nonNull)
        .mapToDouble(row -> table.cosine(question, row))
        .max()
        .orElse(1);
  }

  private double best(float[] question, int from, int to) {
    double best = 0;
    for (int row = from; row < to; row++) {
      best = Math.max(best, table.cosine(question, row));
    }
    return best;
  }

  private List<Double> nearest(float[] question, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(row -> (double) table.cosine(question, row))
        .sorted(Comparator.reverseOrder())
        .limit(Signals.CROWD)
        .toList();
  }

  /** What of some content is kept beside the sections, as JSON; the same for the same content. */
  static String rules(Content content) {
    Language language = content.language();
    try {
      return JSON.writeValueAsString(
          new Head(
              content.boundaries(),
              content.corrections(),
              new TreeMap<>(language.acronyms()),
              language.synonyms(),
              new TreeMap<>(language.shorthand()),
              factsOf(content)));
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  /** The words of the facts that a section rests on, by id. */
  private static TreeMap<String, String> factsOf(Content content) {
    TreeMap<String, String> words = new TreeMap<>();
    content.sections().stream()
        .flatMap(section -> section.facts().stream())
        .map(content.facts()::get)
        .filter(Objects::nonNull)
        .forEach(fact -> words.put(fact.id(), fact.words()));
    return words;
  }

  /** What is kept in the index: the rules, and the vector of each text that is compared with. */
  static byte[] write(String rules, Embedding embedding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] head = rules.getBytes(StandardCharsets.UTF_8);
      out.writeInt(head.length);
      out.write(head);
      for (List<float[]> vectors : embedding.of(groups(head(rules)))) {
        for (float[] vector : vectors) {
          out.write(Vectors.bytes(vector));
        }
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  static Boundaries read(byte[] bytes) {
    return read(
        bytes,
        (head, vectors) ->
            new Boundaries(head, VectorTable.of(vectors.stream().flatMap(List::stream).toList())));
  }

  /** What the vectors of rules are kept by. */
  static List<String> keys(String rules) {
    return groups(head(rules)).stream().map(TextGroup::key).toList();
  }

  /** The vectors in it, by the keys of their groups. */
  static Map<String, List<float[]>> vectors(byte[] bytes) {
    return read(
        bytes,
        (head, vectors) -> {
          Map<String, List<float[]>> byKey = new HashMap<>();
          List<TextGroup> groups = groups(head);
          for (int i = 0; i < vectors.size(); i++) {
            byKey.put(groups.get(i).key(), vectors.get(i));
          }
          return byKey;
        });
  }

  private static <T> T read(byte[] bytes, BiFunction<Head, List<List<float[]>>, T> use) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Head head = head(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      List<List<float[]>> ofGroups = new ArrayList<>();
      for (TextGroup group : groups(head)) {
        List<float[]> vectors = new ArrayList<>();
        for (int left = group.texts().size(); left > 0; left--) {
          vectors.add(Vectors.read(in.readNBytes(VECTOR_BYTES), 0, VECTOR_BYTES));
        }
        ofGroups.add(vectors);
      }
      return use.apply(head, ofGroups);
    } catch (IOException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private static Head head(String rules) {
    try {
      return JSON.readValue(rules, Head.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private static List<TextGroup> groups(Head head) {
    return Stream.of(
            head.boundaries().stream().map(Boundaries::group),
            head.corrections().stream().map(Boundaries::group),
            head.facts().values().stream().map(words -> new TextGroup(List.of(words), false)))
        .flatMap(groups -> groups)
        .toList();
  }

  private static TextGroup group(Boundary boundary) {
    return new TextGroup(
        Stream.of(boundary.examples(), boundary.lookAlikes()).flatMap(List::stream).toList(),
        false);
  }

  private static TextGroup group(Correction correction) {
    return new TextGroup(correction.beliefs(), false);
  }

  private record Head(
      List<Boundary> boundaries,
      List<Correction> corrections,
      Map<String, List<String>> acronyms,
      List<List<String>> synonyms,
      Map<String, String> shorthand,
      TreeMap<String, String> facts) {}
}
