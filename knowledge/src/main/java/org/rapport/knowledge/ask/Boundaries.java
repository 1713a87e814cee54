package org.rapport.knowledge.ask;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.knowledge.ask.Leanings.Leaning;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Correction;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Embedding;
import org.rapport.knowledge.embed.TextGroup;
import org.rapport.knowledge.embed.VectorTable;
import org.rapport.knowledge.embed.Vectors;

/** The rules of a generation with the vectors of their texts: a question is compared with each. */
final class Boundaries {
  private final Rules rules;
  private final Language language;
  private final Leanings leanings;
  private final VectorTable table;
  private final FactTable facts;

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

  /** A question beside all that the rules name. */
  record Comparison(List<Nearness> boundaries, List<Doubt> doubts, Leaning leaning) {}

  private Boundaries(Stored stored) {
    this.rules = stored.rules();
    this.language = rules.language();
    this.leanings = stored.leanings();
    int learnedFrom = rules.learnedFrom();
    List<float[]> texts = stored.vectors().stream().flatMap(List::stream).toList();
    this.table = VectorTable.of(texts.subList(0, learnedFrom));
    this.facts = new FactTable(rules.facts(), texts.subList(learnedFrom, texts.size()));
  }

  Language language() {
    return language;
  }

  /** Compares a question's vector with every text. */
  Comparison compare(float[] question) {
    float[] cosines = table.cosines(question);
    List<Nearness> nearness = new ArrayList<>(rules.boundaries().size());
    int row = 0;
    for (Boundary boundary : rules.boundaries()) {
      int lookAlikes = row + boundary.examples().size();
      int next = lookAlikes + boundary.lookAlikes().size();
      nearness.add(
          new Nearness(
              boundary, nearest(cosines, row, lookAlikes), nearest(cosines, lookAlikes, next)));
      row = next;
    }
    List<Doubt> doubts = new ArrayList<>(rules.corrections().size());
    for (Correction correction : rules.corrections()) {
      int next = row + correction.beliefs().size();
      double belief = IntStream.range(row, next).mapToDouble(i -> cosines[i]).max().orElse(0);
      doubts.add(new Doubt(correction, belief));
      row = next;
    }
    return new Comparison(nearness, doubts, leanings.leaning(cosines));
  }

  /** The facts that sections rest on. */
  FactTable facts() {
    return facts;
  }

  /** Sorting all of them would take longer than comparing them did. */
  private static List<Double> nearest(float[] cosines, int from, int to) {
    double[] nearest = new double[Math.min(Signals.CROWD, to - from)];
    Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    for (int row = from; row < to; row++) {
      int place = nearest.length;
      while (place > 0 && cosines[row] > nearest[place - 1]) {
        place--;
      }
      if (place < nearest.length) {
        System.arraycopy(nearest, place, nearest, place + 1, nearest.length - place - 1);
        nearest[place] = cosines[row];
      }
    }
    return Arrays.stream(nearest).boxed().toList();
  }

  /** What is kept in the index: the rules, the vectors of their texts, and what they weigh. */
  static byte[] write(String json, Embedding embedding) {
    Rules rules = Rules.read(json);
    List<List<float[]>> vectors = embedding.of(rules.groups());
    List<float[]> texts =
        vectors.stream().flatMap(List::stream).limit(rules.learnedFrom()).toList();
    List<float[]> weights =
        embedding.derived(rules.leaningsKey(), () -> Leanings.learn(rules, texts).weights());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] head = json.getBytes(StandardCharsets.UTF_8);
      out.writeInt(head.length);
      out.write(head);
      for (List<float[]> group : vectors) {
        for (float[] vector : group) {
          out.write(Vectors.bytes(vector));
        }
      }
      for (float[] weight : weights) {
        out.write(Vectors.bytes(weight));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  /** Whether just these rules are in it. */
  static boolean areOf(String json, byte[] bytes) {
    byte[] head = json.getBytes(StandardCharsets.UTF_8);
    int end = Integer.BYTES + head.length;
    return bytes.length >= end
        && ByteBuffer.wrap(bytes).getInt() == head.length
        && Arrays.equals(bytes, Integer.BYTES, end, head, 0, head.length);
  }

  /** The rules in it. */
  static Rules rules(byte[] bytes) {
    return stored(bytes).rules();
  }

  static Boundaries read(byte[] bytes) {
    return new Boundaries(stored(bytes));
  }

  /** What the vectors and weights of rules are kept by. */
  static List<String> keys(String json) {
    Rules rules = Rules.read(json);
    return Stream.concat(
            rules.groups().stream().map(TextGroup::key), Stream.of(rules.leaningsKey()))
        .toList();
  }

  /** The vectors and weights in it, by what they are kept by. */
  static Map<String, List<float[]>> vectors(byte[] bytes) {
    Stored stored = stored(bytes);
    List<TextGroup> groups = stored.rules().groups();
    Map<String, List<float[]>> byKey = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      byKey.put(groups.get(i).key(), stored.vectors().get(i));
    }
    byKey.put(stored.rules().leaningsKey(), stored.leanings().weights());
    return byKey;
  }

  private record Stored(Rules rules, List<List<float[]>> vectors, Leanings leanings) {}

  private static Stored stored(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Rules rules = Rules.read(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      List<List<float[]>> ofGroups = new ArrayList<>();
      for (TextGroup group : rules.groups()) {
        ofGroups.add(floats(in, group.texts().size(), Embedder.DIMENSIONS));
      }
      return new Stored(rules, ofGroups, Leanings.of(floats(in, 3, rules.learnedFrom())));
    } catch (IOException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private static List<float[]> floats(DataInputStream in, int rows, int count) throws IOException {
    List<float[]> read = new ArrayList<>(rows);
    byte[] bytes = new byte[count * Float.BYTES];
    for (int row = 0; row < rows; row++) {
      in.readFully(bytes);
      read.add(Vectors.read(bytes, 0, bytes.length));
    }
    return read;
  }
}
