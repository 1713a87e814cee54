package org.rapport.knowledge.ask;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.VectorTable;
import org.rapport.knowledge.embed.Vectors;

/**
 * What a generation keeps beside its sections: the boundaries with the vectors of their examples,
 * and the language. A question is compared with every example.
 */
final class Boundaries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VECTOR_BYTES = Embedder.DIMENSIONS * Float.BYTES;

  private final List<Boundary> boundaries;
  private final Language language;
  // The examples of the first boundary, its look-alikes, those of the second, and so on.
  private final VectorTable table;

  /**
   * How near a question comes to a boundary.
   *
   * @param example cosine of the nearest example
   * @param lookAlike cosine of the nearest look-alike
   */
  record Nearness(Boundary boundary, double example, double lookAlike) {}

  private Boundaries(List<Boundary> boundaries, Language language, VectorTable table) {
    this.boundaries = boundaries;
    this.language = language;
    this.table = table;
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
              boundary, best(question, row, lookAlikes), best(question, lookAlikes, next)));
      row = next;
    }
    return nearness;
  }

  private double best(float[] question, int from, int to) {
    double best = 0;
    for (int row = from; row < to; row++) {
      best = Math.max(best, table.cosine(question, row));
    }
    return best;
  }

  /**
   * What is kept in the index: a head in JSON, then the vector of each text. Embeds every text that
   * {@code kept} does not have.
   */
  static byte[] write(
      List<Boundary> boundaries, Language language, Embedder embedder, Map<String, float[]> kept) {
    List<String> texts = texts(boundaries);
    List<String> missing =
        texts.stream().filter(text -> !kept.containsKey(text)).distinct().toList();
    Map<String, float[]> vectors = new HashMap<>(kept);
    List<float[]> embedded = embedder.embed(missing);
    for (int i = 0; i < missing.size(); i++) {
      vectors.put(missing.get(i), embedded.get(i));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      byte[] head =
          JSON.writeValueAsBytes(new Head(boundaries, language.acronyms(), language.synonyms()));
      out.writeInt(head.length);
      out.write(head);
      for (String text : texts) {
        out.write(Vectors.bytes(Objects.requireNonNull(vectors.get(text))));
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
            new Boundaries(
                head.boundaries(),
                new Language(head.acronyms(), head.synonyms()),
                VectorTable.of(vectors)));
  }

  /** The vectors that are kept, by their text. */
  static Map<String, float[]> vectors(byte[] bytes) {
    return read(
        bytes,
        (head, vectors) -> {
          Map<String, float[]> byText = new HashMap<>();
          Iterator<float[]> next = vectors.iterator();
          texts(head.boundaries()).forEach(text -> byText.put(text, next.next()));
          return byText;
        });
  }

  private static <T> T read(byte[] bytes, BiFunction<Head, List<float[]>, T> use) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Head head = JSON.readValue(in.readNBytes(in.readInt()), new TypeReference<>() {});
      List<float[]> vectors = new ArrayList<>();
      for (int left = texts(head.boundaries()).size(); left > 0; left--) {
        vectors.add(Vectors.read(in.readNBytes(VECTOR_BYTES), 0, VECTOR_BYTES));
      }
      return use.apply(head, vectors);
    } catch (IOException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private static List<String> texts(List<Boundary> boundaries) {
    return boundaries.stream()
        .flatMap(boundary -> Stream.of(boundary.examples(), boundary.lookAlikes()))
        .flatMap(List::stream)
        .toList();
  }

  private record Head(
      List<Boundary> boundaries, Map<String, List<String>> acronyms, List<List<String>> synonyms) {}
}
