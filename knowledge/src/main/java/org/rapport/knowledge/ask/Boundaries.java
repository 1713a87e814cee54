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
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.embed.Embedder;
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
  private final Map<String, float[]> vectors;

  /**
   * How near a question comes to a boundary.
   *
   * @param example cosine of the nearest example
   * @param lookAlike cosine of the nearest look-alike
   */
  record Nearness(Boundary boundary, double example, double lookAlike) {}

  private Boundaries(List<Boundary> boundaries, Language language, Map<String, float[]> vectors) {
    this.boundaries = boundaries;
    this.language = language;
    this.vectors = vectors;
  }

  /** Embeds every example that {@code kept} does not have. */
  static Boundaries build(
      List<Boundary> boundaries, Language language, Embedder embedder, Map<String, float[]> kept) {
    List<String> texts = new ArrayList<>();
    for (Boundary boundary : boundaries) {
      texts.addAll(boundary.examples());
      texts.addAll(boundary.lookAlikes());
    }
    Map<String, float[]> vectors = new HashMap<>();
    List<String> missing = new ArrayList<>();
    for (String text : texts) {
      float[] vector = kept.get(text);
      if (vector == null) {
        missing.add(text);
      } else {
        vectors.put(text, vector);
      }
    }
    List<float[]> embedded = embedder.embed(missing);
    for (int i = 0; i < missing.size(); i++) {
      vectors.put(missing.get(i), embedded.get(i));
    }
    return new Boundaries(boundaries, language, vectors);
  }

  Language language() {
    return language;
  }

  Map<String, float[]> vectors() {
    return vectors;
  }

  /** How near a question's vector comes to each boundary. */
  List<Nearness> nearness(float[] question) {
    return boundaries.stream()
        .map(b -> new Nearness(b, best(question, b.examples()), best(question, b.lookAlikes())))
        .toList();
  }

  private double best(float[] question, List<String> texts) {
    double best = 0;
    for (String text : texts) {
      float[] vector = vectors.get(text);
      if (vector != null) {
        best = Math.max(best, Vectors.cosine(question, vector));
      }
    }
    return best;
  }

  /** What is kept in the index: a head in JSON, then the vectors in the order of the texts. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      List<String> texts = vectors.keySet().stream().sorted().toList();
      byte[] head =
          JSON.writeValueAsBytes(
              new Head(boundaries, language.acronyms(), language.synonyms(), texts));
      out.writeInt(head.length);
      out.write(head);
      for (String text : texts) {
        out.write(Vectors.bytes(vectors.getOrDefault(text, new float[0])));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  static Boundaries read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Head head = JSON.readValue(in.readNBytes(in.readInt()), new TypeReference<>() {});
      Map<String, float[]> vectors = new HashMap<>();
      for (String text : head.texts()) {
        vectors.put(text, Vectors.read(in.readNBytes(VECTOR_BYTES), 0, VECTOR_BYTES));
      }
      return new Boundaries(
          head.boundaries(), new Language(head.acronyms(), head.synonyms()), vectors);
    } catch (IOException broken) {
      throw new UncheckedIOException("The index holds unreadable boundaries", broken);
    }
  }

  private record Head(
      List<Boundary> boundaries,
      Map<String, List<String>> acronyms,
      List<List<String>> synonyms,
      List<String> texts) {}
}
