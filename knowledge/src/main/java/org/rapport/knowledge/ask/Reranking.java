package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.embed.GramMatrix;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.index.Corpus;

/**
 * Ranks the best entries anew by what tells them apart. A question may be near to a text of an
 * entry by what all of them share, a job or a platform; here all texts of all of them weigh
 * together, so that what is common to them decides nothing.
 *
 * <p>Each entry's score is what kernel ridge regression to 1 on its texts and 0 on those of the
 * others gives the question (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 2nd
 * edition, 5.8.2), learned for every question from the entries found for it (Bottou and Vapnik,
 * Local Learning Algorithms, Neural Computation 4, 1992). Nothing of it is kept, so it fits any
 * content as it stands.
 */
final class Reranking {
  /** How many entries take part: with 5 or 20 it gains less. */
  private static final int ENTRIES = 12;

  /** The ridge: .05 to .3 give the same to half a point. */
  private static final double RIDGE = 0.1;

  /** Exact enough: with more the ranking stays the same. */
  private static final int STEPS = 16;

  private Reranking() {}

  /** The same entries, the best of them ranked anew. */
  static List<Scored> rank(Corpus corpus, float[] question, List<Scored> found) {
    if (corpus.reranking() == 0) {
      return found;
    }
    List<Scored> best = found.subList(0, Math.min(ENTRIES, found.size()));
    List<float[]> texts = new ArrayList<>();
    int[] ends = new int[best.size()];
    for (int i = 0; i < ends.length; i++) {
      texts.addAll(corpus.vectors(best.get(i).entry()));
      ends[i] = texts.size();
    }
    double[] votes = votes(texts, question);
    List<Scored> ranked = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ends.length; i++) {
      double sum = 0;
      for (int text = from; text < ends[i]; text++) {
        sum += votes[text];
      }
      from = ends[i];
      Scored scored = best.get(i);
      ranked.add(
          new Scored(scored.entry(), scored.score() + corpus.reranking() * sum, scored.near()));
    }
    ranked.addAll(found.subList(ends.length, found.size()));
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return ranked;
  }

  /** What each text says for its entry. */
  private static double[] votes(List<float[]> texts, float[] question) {
    float[][] likeness = GramMatrix.of(texts);
    for (float[] row : likeness) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= row[i];
      }
    }
    double[] toQuestion = new double[texts.size()];
    for (int i = 0; i < toQuestion.length; i++) {
      double cosine = Vectors.cosine(texts.get(i), question);
      toQuestion[i] = cosine * cosine;
    }
    return ConjugateGradients.solve(vector -> times(likeness, vector), toQuestion, 0, STEPS);
  }

  private static double[] times(float[][] likeness, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      double sum = RIDGE * vector[i];
      float[] row = likeness[i];
      for (int j = 0; j < row.length; j++) {
        sum += row[j] * vector[j];
      }
      product[i] = sum;
    }
    return product;
  }
}
