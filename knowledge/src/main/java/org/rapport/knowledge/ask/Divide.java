package org.rapport.knowledge.ask;

import java.util.List;
import java.util.stream.Stream;
import org.rapport.knowledge.embed.Vectors;

/**
 * Tells which of two kinds of text a vector is of, learned from texts of both. The nearest text of
 * a kind may share no more than a name or a job with a question; here all of them weigh together.
 *
 * <p>Kernel ridge regression to 1 for the one kind and -1 for the other, each kind weighing the
 * same (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 2nd edition, 5.8.2),
 * with a Gaussian kernel: on the unit sphere it depends on the cosine only. Learning takes time
 * with the cube of the number of texts: half a second for a thousand.
 */
final class Divide {
  // Both by leaving each text out in turn: steepness 2 to 8 and ridge .1 to 1 were tried.
  private static final double STEEPNESS = 4;
  private static final double RIDGE = 0.1;

  private Divide() {}

  /** The weight of each text: of those of the one kind, and then of those of the other. */
  static float[] learn(List<float[]> one, List<float[]> other) {
    List<float[]> texts = Stream.of(one, other).flatMap(List::stream).toList();
    int size = texts.size();
    double[][] kernel = new double[size][];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      boolean isOne = i < one.size();
      kernel[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        kernel[i][j] = likeness(Vectors.cosine(texts.get(i), texts.get(j)));
      }
      kernel[i][i] += RIDGE * 2 * (isOne ? one.size() : other.size()) / size;
      weights[i] = isOne ? 1 : -1;
    }
    solve(kernel, weights);
    float[] learned = new float[size];
    for (int i = 0; i < size; i++) {
      learned[i] = (float) weights[i];
    }
    return learned;
  }

  /** What a text adds to the sum for a vector, by their cosine; the sum is about -1 to 1. */
  static double vote(float weight, double cosine) {
    return weight * likeness(cosine);
  }

  private static double likeness(double cosine) {
    return Math.exp(STEEPNESS * (cosine - 1));
  }

  /** Solves a symmetric, positive definite system in place by Cholesky's decomposition. */
  private static void solve(double[][] lower, double[] right) {
    int size = right.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double left = lower[i][j] - dot(lower[i], lower[j], j);
        lower[i][j] = i == j ? Math.sqrt(left) : left / lower[j][j];
      }
      right[i] = (right[i] - dot(lower[i], right, i)) / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      right[i] /= lower[i][i];
      for (int j = 0; j < i; j++) {
        right[j] -= lower[i][j] * right[i];
      }
    }
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
