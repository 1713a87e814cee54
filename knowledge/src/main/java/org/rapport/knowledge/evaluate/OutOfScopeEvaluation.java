package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.ask.Retriever;
import org.rapport.knowledge.embed.Embedder;

/**
 * Measures, on a collection of real chatbot traffic, how well one threshold on the score tells what
 * is out of scope: the nearest example's label if its score reaches the threshold, else none. The
 * threshold for each fifth of the queries is chosen on the other four.
 */
public final class OutOfScopeEvaluation {
  private static final int FOLDS = 5;
  private static final String NONE = "";

  private record Guess(String truth, String nearest, double score) {}

  /**
   * What came of it.
   *
   * @param mcc Matthews correlation coefficient over all labels and "none" (Gorodkin 2004)
   * @param inScopeAccuracy share of in-scope queries with the right label
   * @param outOfScopeRecall share of out-of-scope queries that got none
   */
  public record Report(int queries, double mcc, double inScopeAccuracy, double outOfScopeRecall) {}

  private OutOfScopeEvaluation() {}

  /** Indexes the collection in a temporary folder, asks every query, and measures. */
  public static Report run(TestCollection collection, Embedder embedder) {
    Map<String, String> labels = new HashMap<>();
    collection.documents().forEach(document -> labels.put(document.id(), document.label()));
    List<Guess> guesses =
        RetrievalEvaluation.withIndex(
            collection,
            embedder,
            index ->
                collection.queries().stream()
                    .map(query -> {
                      List<Retriever.Scored> best =
                          Retriever.retrieve(
                              index,
                              query.text(),
                              query.text(),
                              embedder.embed(query.text()),
                              1,
                              Retriever.Mode.BOTH);
                      String truth = query.outOfScope() ? NONE : query.label();
                      return best.isEmpty()
                          ? new Guess(truth, NONE, 0)
                          : new Guess(
                              truth,
                              labels.getOrDefault(index.card(best.getFirst().entry()).id(), NONE),
                              best.getFirst().score());
                    })
                    .toList());
    return measure(guesses);
  }

  private static Report measure(List<Guess> guesses) {
    List<String> truths = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Guess> others = new ArrayList<>();
      for (int i = 0; i < guesses.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(guesses.get(i));
        }
      }
      double threshold = bestThreshold(others);
      for (int i = fold; i < guesses.size(); i += FOLDS) {
        truths.add(guesses.get(i).truth());
        said.add(label(guesses.get(i), threshold));
      }
    }
    int in = 0;
    int inRight = 0;
    int out = 0;
    int outRight = 0;
    for (int i = 0; i < truths.size(); i++) {
      boolean right = truths.get(i).equals(said.get(i));
      if (truths.get(i).equals(NONE)) {
        out++;
        outRight += right ? 1 : 0;
      } else {
        in++;
        inRight += right ? 1 : 0;
      }
    }
    return new Report(
        guesses.size(),
        mcc(truths, said),
        (double) inRight / Math.max(1, in),
        (double) outRight / Math.max(1, out));
  }

  private static double bestThreshold(List<Guess> guesses) {
    double best = 0;
    double bestMcc = -1;
    List<String> truths = guesses.stream().map(Guess::truth).toList();
    for (int percent = 0; percent <= 100; percent++) {
      double threshold = percent / 100.0;
      double mcc = mcc(truths, guesses.stream().map(g -> label(g, threshold)).toList());
      if (mcc > bestMcc) {
        bestMcc = mcc;
        best = threshold;
      }
    }
    return best;
  }

  private static String label(Guess guess, double threshold) {
    return guess.score() >= threshold ? guess.nearest() : NONE;
  }

  private static double mcc(List<String> truths, List<String> said) {
    Map<String, Long> trueCounts = new HashMap<>();
    Map<String, Long> saidCounts = new HashMap<>();
    long right = 0;
    for (int i = 0; i < truths.size(); i++) {
      trueCounts.merge(truths.get(i), 1L, Long::sum);
      saidCounts.merge(said.get(i), 1L, Long::sum);
      right += truths.get(i).equals(said.get(i)) ? 1 : 0;
    }
    double all = truths.size();
    double product = 0;
    for (Map.Entry<String, Long> entry : trueCounts.entrySet()) {
      product += (double) entry.getValue() * saidCounts.getOrDefault(entry.getKey(), 0L);
    }
    double trueSquares = trueCounts.values().stream().mapToDouble(n -> (double) n * n).sum();
    double saidSquares = saidCounts.values().stream().mapToDouble(n -> (double) n * n).sum();
    double below = Math.sqrt((all * all - saidSquares) * (all * all - trueSquares));
    return below == 0 ? 0 : (right * all - product) / below;
  }
}
