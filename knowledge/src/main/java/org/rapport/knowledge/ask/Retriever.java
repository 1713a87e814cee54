package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.index.Generation;
import org.rapport.knowledge.index.Generation.Hit;

/**
 * Finds the entries that fit a question, by words and by meaning, and ranks them by one score. The
 * score looks at one entry alone, so it means the same whatever else was found.
 */
public final class Retriever {
  /** How many entries each way of searching may propose. */
  private static final int PROPOSED = 100;

  /** Weight of meaning against words, and the scales on which both are comparable. */
  private static final double MEANING = 0.7;

  private static final double LOWEST_COSINE = 0.45;
  private static final double WORDS_HALF_WAY = 30;

  /**
   * An entry that was found.
   *
   * @param entry its place in the generation
   * @param score fused score; about 0 to 1
   * @param cosine of the question and the entry's nearest vector
   * @param words BM25 score
   */
  public record Scored(int entry, double score, double cosine, double words) {}

  /** Which ways of searching count; all but {@link #BOTH} are for measuring. */
  public enum Mode {
    WORDS,
    MEANING,
    BOTH
  }

  private Retriever() {}

  /**
   * The entries that fit, best first.
   *
   * @param words the question as keyword search shall read it
   * @param vector the question's vector
   * @param most how many to return
   */
  public static List<Scored> retrieve(
      Generation generation, String words, float[] vector, int most, Mode mode) {
    Map<Integer, Double> byWords = new LinkedHashMap<>();
    if (mode != Mode.MEANING) {
      for (Hit hit : generation.byWords(words, PROPOSED)) {
        byWords.put(hit.entry(), (double) hit.score());
      }
    }
    Map<Integer, Double> byMeaning = new LinkedHashMap<>();
    if (mode != Mode.WORDS) {
      for (Hit hit : generation.byVector(vector, PROPOSED)) {
        byMeaning.put(hit.entry(), (double) hit.score());
      }
      addMissing(generation, vector, byWords, byMeaning);
    }
    List<Scored> scored = new ArrayList<>();
    for (Integer entry : mode == Mode.WORDS ? byWords.keySet() : byMeaning.keySet()) {
      double cosine = byMeaning.getOrDefault(entry, 0.0);
      double matched = byWords.getOrDefault(entry, 0.0);
      scored.add(new Scored(entry, score(cosine, matched, mode), cosine, matched));
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    return scored.subList(0, Math.min(most, scored.size()));
  }

  private static void addMissing(
      Generation generation,
      float[] vector,
      Map<Integer, Double> byWords,
      Map<Integer, Double> byMeaning) {
    int[] missing =
        byWords.keySet().stream()
            .filter(entry -> !byMeaning.containsKey(entry))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] cosines = generation.cosines(vector, missing);
    for (int i = 0; i < missing.length; i++) {
      byMeaning.put(missing[i], (double) cosines[i]);
    }
  }

  private static double score(double cosine, double words, Mode mode) {
    double meaning = (cosine - LOWEST_COSINE) / (1 - LOWEST_COSINE);
    double matched = words / (words + WORDS_HALF_WAY);
    return switch (mode) {
      case WORDS -> matched;
      case MEANING -> meaning;
      case BOTH -> MEANING * meaning + (1 - MEANING) * matched;
    };
  }
}
