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

  private final List<Boundary> boundaries;
  private final List<Correction> corrections;
  private final Language language;
  // The examples of the first boundary, its look-alikes, those of the second, and so on; then the
  // beliefs of the first correction, and so on.
  private final VectorTable table;
  private final Map<String, Integer> rowOfFact = new HashMap<>();
  // By row of the table: what an example or a look-alike says for its boundary or against it.
  private final float[] weights;

  /**
   * How near a question comes to a boundary.
   *
   * @param examples cosines of the nearest examples, nearest first
   * @param lookAlikes cosines of the nearest look-alikes, nearest first
   * @param leaning to its examples rather than its look-alikes, about -1 to 1; 0 unless it is about
   *     distress
   */
  record Nearness(
      Boundary boundary, List<Double> examples, List<Double> lookAlikes, double leaning) {
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

  private Boundaries(Stored stored) {
    Head head = stored.head();
    this.boundaries = head.boundaries();
    this.corrections = head.corrections();
    this.language = new Language(head.acronyms(), head.synonyms(), head.shorthand());
    this.table = VectorTable.of(stored.vectors().stream().flatMap(List::stream).toList());
    this.weights = stored.weights();
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
              boundary,
              nearest(question, row, lookAlikes),
              nearest(question, lookAlikes, next),
              boundary.meansDistress() ? leaning(question, row, next) : 0));
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

  private double leaning(float[] question, int from, int to) {
    double sum = 0;
    for (int row = from; row < to; row++) {
      sum += Divide.vote(weights[row], table.cosine(question, row));
    }
    return sum;
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

  /** What is kept in the index: the rules, the vectors of their texts, and what they weigh. */
  static byte[] write(String rules, Embedding embedding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] head = rules.getBytes(StandardCharsets.UTF_8);
      out.writeInt(head.length);
      out.write(head);
      Head read = head(rules);
      List<List<float[]>> ofGroups = embedding.of(groups(read));
      for (List<float[]> vectors : ofGroups) {
        for (float[] vector : vectors) {
          out.write(Vectors.bytes(vector));
        }
      }
      for (int i = 0; i < read.boundaries().size(); i++) {
        out.write(Vectors.bytes(weights(read.boundaries().get(i), ofGroups.get(i))));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static float[] weights(Boundary boundary, List<float[]> vectors) {
    int examples = boundary.examples().size();
    return boundary.meansDistress()
        ? Divide.learn(vectors.subList(0, examples), vectors.subList(examples, vectors.size()))
        : new float[vectors.size()];
  }

  static Boundaries read(byte[] bytes) {
    return new Boundaries(stored(bytes));
  }

  /** What the vectors of rules are kept by. */
  static List<String> keys(String rules) {
    return groups(head(rules)).stream().map(TextGroup::key).toList();
  }

  /** The vectors in it, by the keys of their groups. */
  static Map<String, List<float[]>> vectors(byte[] bytes) {
    Stored stored = stored(bytes);
    List<TextGroup> groups = groups(stored.head());
    Map<String, List<float[]>> byKey = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.get(i).key(), stored.vectors().get(i));
    }
    return byKey;
  }

  private static Stored stored(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Head head = head(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      List<List<float[]>> ofGroups = new ArrayList<>();
      for (TextGroup group : groups(head)) {
        List<float[]> vectors = new ArrayList<>();
        for (int left = group.texts().size(); left > 0; left--) {
          vectors.add(floats(in, Embedder.DIMENSIONS));
        }
        ofGroups.add(vectors);
      }
      int rows = head.boundaries().stream().mapToInt(b -> group(b).texts().size()).sum();
      return new Stored(head, ofGroups, floats(in, rows));
    } catch (IOException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    byte[] bytes = new byte[count * Float.BYTES];
    in.readFully(bytes);
    return Vectors.read(bytes, 0, bytes.length);
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

  private record Stored(Head head, List<List<float[]>> vectors, float[] weights) {}

  private record Head(
      List<Boundary> boundaries,
      List<Correction> corrections,
      Map<String, List<String>> acronyms,
      List<List<String>> synonyms,
      Map<String, String> shorthand,
      TreeMap<String, String> facts) {}
}
