package org.rapport.knowledge.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Measures of one ranked list against graded judgements. */
final class Ranking {
  private Ranking() {}

  /**
   * Normalised discounted cumulative gain of the first {@code depth}, 0 to 1, with the grade as
   * gain (Järvelin and Kekäläinen 2002; as trec_eval's ndcg_cut).
   */
  static double ndcg(List<String> ranked, Map<String, Integer> grades, int depth) {
    double gained = 0;
    for (int i = 0; i < Math.min(depth, ranked.size()); i++) {
      gained += grades.getOrDefault(ranked.get(i), 0) / discount(i);
    }
    List<Integer> best =
        grades.values().stream().sorted(Comparator.reverseOrder()).limit(depth).toList();
    double possible = 0;
    for (int i = 0; i < best.size(); i++) {
      possible += best.get(i) / discount(i);
    }
    return possible == 0 ? 0 : gained / possible;
  }

  /** One over the rank of the first relevant one among the first {@code depth}, or 0. */
  static double reciprocalRank(List<String> ranked, Map<String, Integer> grades, int depth) {
    for (int i = 0; i < Math.min(depth, ranked.size()); i++) {
      if (grades.containsKey(ranked.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** The share of the first {@code depth} places that hold a relevant one. */
  static double precision(List<String> ranked, Map<String, Integer> grades, int depth) {
    return (double) found(ranked, grades, depth) / depth;
  }

  /** The share of the relevant ones that are among the first {@code depth}. */
  static double recall(List<String> ranked, Map<String, Integer> grades, int depth) {
    return (double) found(ranked, grades, depth) / grades.size();
  }

  private static long found(List<String> ranked, Map<String, Integer> grades, int depth) {
    return ranked.stream().limit(depth).filter(grades::containsKey).count();
  }

  private static double discount(int index) {
    return Math.log(index + 2.0) / Math.log(2);
  }
}
