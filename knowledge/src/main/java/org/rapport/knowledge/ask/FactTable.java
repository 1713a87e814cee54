package org.rapport.knowledge.ask;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapport.knowledge.embed.Vectors;

/** The facts that sections rest on, for telling which of them bears on a question. */
final class FactTable {
  /**
   * What it counts, against a cosine, that a fact has all the words of a question. By 1,111 golden
   * questions whose section has several facts: .2 to .6 were tried.
   */
  private static final double WORDS = 0.5;

  /** What the nearest of the section's own questions counts, against the one that was asked. */
  private static final float NEAREST = 0.75f;

  /** What all of the section's own questions count against it. */
  private static final float ALL = 0.75f;

  private static final int SHORTEST_WORD = 3;

  /** Words that begin with the same letters are taken for forms of one. */
  private static final int STEM = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{" + SHORTEST_WORD + ",}");

  private final List<float[]> vectors;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private final Map<String, Integer> factsWith = new HashMap<>();

  /** A question as it is compared with facts: its vector and its words. */
  record Asked(float[] vector, Set<String> words) {
    static Asked of(float[] vector, String text) {
      return new Asked(vector, FactTable.words(text));
    }

    /**
     * What it asks of one section: moved towards the nearest of the questions that the section
     * lists, and away from what is asked of all of it (Rocchio, Relevance Feedback in Information
     * Retrieval, 1971).
     *
     * @param listed vectors of the section's questions
     */
    Asked amid(List<float[]> listed) {
      if (listed.isEmpty()) {
        return this;
      }
      float[] nearest =
          Collections.max(listed, Comparator.comparingDouble(each -> Vectors.cosine(vector, each)));
      float[] moved = vector.clone();
      add(moved, NEAREST, nearest);
      listed.forEach(each -> add(moved, -ALL / listed.size(), each));
      return new Asked(moved, words);
    }

    private static void add(float[] to, float weight, float[] vector) {
      for (int i = 0; i < to.length; i++) {
        to[i] += weight * vector[i];
      }
    }
  }

  /**
   * @param facts their words by id
   * @param vectors of their words, in the same order
   */
  FactTable(SortedMap<String, String> facts, List<float[]> vectors) {
    this.vectors = List.copyOf(vectors);
    facts.forEach((id, text) -> {
      rows.put(id, rows.size());
      Set<String> own = words(text);
      words.put(id, own);
      own.forEach(word -> factsWith.merge(word, 1, Integer::sum));
    });
  }

  /**
   * How much a fact bears on a question.
   *
   * @return the product of their vectors, and up to {@value #WORDS} for shared words, rare ones
   *     counting more; 1 of an unknown one
   */
  double bearing(Asked asked, String fact) {
    Integer row = rows.get(fact);
    return row == null
        ? 1
        : Vectors.product(asked.vector(), vectors.get(row)) + WORDS * shared(asked, fact);
  }

  private double shared(Asked asked, String fact) {
    Set<String> own = words.getOrDefault(fact, Set.of());
    double all = asked.words().stream().mapToDouble(this::rarity).sum();
    double both = asked.words().stream().filter(own::contains).mapToDouble(this::rarity).sum();
    return all == 0 ? 0 : both / all;
  }

  /** Inverse document frequency (Sparck Jones 1972), with facts for documents. */
  private double rarity(String word) {
    return Math.log1p(rows.size() / (1.0 + factsWith.getOrDefault(word, 0)));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(word -> word.substring(0, Math.min(STEM, word.length())))
        .collect(Collectors.toSet());
  }
}
