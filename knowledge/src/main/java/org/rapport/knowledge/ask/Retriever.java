package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.knowledge.index.Corpus;
import org.rapport.knowledge.index.Corpus.Hit;
import org.rapport.knowledge.index.Generation.Near;

/**
 * Finds the entries that fit a question, by words and by meaning, and ranks them by one score; of
 * guidance the best are ranked anew. Nothing in the score is relative to the best one found, so
 * that scores of different questions compare.
 */
public final class Retriever {
  /** How many entries each way of searching may propose. */
  private static final int PROPOSED = 100;

  /** An unrelated text comes this near. */
  private static final double LOWEST_COSINE = 0.45;

  /** The logarithm of a BM25 score that leaves little doubt; more of it counts ever less. */
  private static final double LOG_OF_FULL_MATCH = 4;

  /** What an entry's own text counts against the questions that people ask of it. */
  private static final double OWN = 0.2;

  /** What the nearest question counts; the second nearest counts what is left. */
  private static final double QUESTION = 0.5;

  /**
   * An entry that was found.
   *
   * @param entry its place in the corpus
   * @param score fused score: about 0 to 1, to 1.3 where the best are ranked anew
   * @param near how near its vectors are to the question's
   */
  public record Scored(int entry, double score, Near near) {
    /** An entry that was asked for by name. */
    static Scored named(int entry) {
      return new Scored(entry, 1, new Near(entry, 1, 1, 1));
    }
  }

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
   * @param question as it was asked
   * @param expanded the same, and what its words are also called
   * @param vector the question's vector
   * @param most how many to return
   */
  public static List<Scored> retrieve(
      Corpus corpus, String question, String expanded, float[] vector, int most, Mode mode) {
    List<Hit> hits =
        mode == Mode.MEANING ? List.of() : corpus.byWords(question, expanded, PROPOSED);
    Map<Integer, Double> byWords = new HashMap<>();
    hits.forEach(hit -> byWords.put(hit.entry(), (double) hit.score()));
    // What was not proposed matches at most as well as the last that was.
    double notProposed = mode == Mode.WORDS || hits.size() < PROPOSED ? 0 : hits.getLast().score();
    double meaning =
        switch (mode) {
          case WORDS -> 0;
          case MEANING -> 1;
          case BOTH -> corpus.meaning();
        };
    List<Scored> scored = new ArrayList<>();
    for (Near near : corpus.nearest(vector, PROPOSED, byWords.keySet())) {
      double matched = byWords.getOrDefault(near.entry(), notProposed);
      if (mode == Mode.WORDS && matched == 0) {
        continue;
      }
      double score =
          meaning * (cosine(near) - LOWEST_COSINE) / (1 - LOWEST_COSINE)
              + (1 - meaning) * match(matched);
      scored.add(new Scored(near.entry(), score, near));
    }
    if (mode == Mode.BOTH && corpus.sameTitle() > 0) {
      bringTogether(corpus, scored);
    }
    scored.sort(Comparator.comparingDouble(Scored::score).reversed());
    List<Scored> ranked = mode == Mode.WORDS ? scored : Reranking.rank(corpus, vector, scored);
    return ranked.subList(0, Math.min(most, ranked.size()));
  }

  /** Entries with one title answer one question: what fits one of them speaks for all. */
  private static void bringTogether(Corpus corpus, List<Scored> scored) {
    Map<String, Double> best = new HashMap<>();
    scored.forEach(each -> best.merge(corpus.card(each.entry()).title(), each.score(), Math::max));
    scored.replaceAll(each -> {
      double ofTitle = best.getOrDefault(corpus.card(each.entry()).title(), each.score());
      double score = each.score() + corpus.sameTitle() * (ofTitle - each.score());
      return new Scored(each.entry(), score, each.near());
    });
  }

  /** A BM25 score on the scale of cosines: about 0 to 1. */
  private static double match(double words) {
    return Math.log1p(words) / LOG_OF_FULL_MATCH;
  }

  /** One cosine for an entry: its own text, and the two nearest of the questions asked of it. */
  private static double cosine(Near near) {
    if (near.secondQuestion() < 0) {
      return near.nearest();
    }
    return OWN * near.own()
        + QUESTION * near.question()
        + (1 - OWN - QUESTION) * near.secondQuestion();
  }
}
