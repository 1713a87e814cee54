package org.rapport.knowledge.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rapport.knowledge.embed.Vectors;

/**
 * Learns to tell two kinds of text apart from examples of both. The nearest example of a kind may
 * share no more than a name or a job with a question; here all of them weigh together.
 *
 * <p>Kernel ridge regression to 1 for the one kind and -1 for the other, each kind weighing the
 * same (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 2nd edition, 5.8.2),
 * with a Gaussian kernel: on the unit sphere it depends on the cosine only. Time and memory grow
 * with the square of the number of texts: 4,500 take about ten seconds and 40 MB.
 */
final class KernelRidge {
  // Both on questions left out: steepness 2 to 8 and ridge .1 to 1 were tried.
  private static final double STEEPNESS = 4;
  private static final double RIDGE = 0.1;

  /** What is left of the error when it stops, as a share of what there was at first. */
  private static final double ERROR = 1e-3;

  private static final int MOST_STEPS = 500;

  // The likeness of each text to each before it.
  private final float[][] likeness;

  /**
   * Compares all texts with each other.
   *
   * @param texts their vectors, of length one
   */
  KernelRidge(List<float[]> texts) {
    likeness = new float[texts.size()][];
    IntStream.range(0, texts.size())
        .parallel()
        .forEach(i -> {
          float[] row = new float[i];
          for (int j = 0; j < i; j++) {
            row[j] = (float) likeness(Vectors.cosine(texts.get(i), texts.get(j)));
          }
          likeness[i] = row;
        });
  }

  /** What a text adds to the sum for a vector, by their cosine; the sum is about -1 to 1. */
  static double vote(float weight, double cosine) {
    return weight * likeness(cosine);
  }

  private static double likeness(double cosine) {
    return Math.exp(STEEPNESS * (cosine - 1));
  }

  /**
   * The weight of each text.
   *
   * @param kinds 1 for texts of the one kind, -1 for those of the other, 0 for what is neither
   */
  float[] weights(int[] kinds) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < kinds.length; row++) {
      if (kinds[row] != 0) {
        rows.add(row);
      }
    }
    int size = rows.size();
    long ofOne = rows.stream().filter(row -> kinds[row] == 1).count();
    double[] wanted = new double[size];
    double[] ridge = new double[size];
    for (int i = 0; i < size; i++) {
      boolean isOne = kinds[rows.get(i)] == 1;
      wanted[i] = isOne ? 1 : -1;
      ridge[i] = RIDGE * 2 * (isOne ? ofOne : size - ofOne) / size;
    }
    int[] chosen = rows.stream().mapToInt(row -> row).toArray();
    double[] solved =
        ConjugateGradients.solve(vector -> times(chosen, ridge, vector), wanted, ERROR, MOST_STEPS);
    float[] weights = new float[kinds.length];
    for (int i = 0; i < size; i++) {
      weights[rows.get(i)] = (float) solved[i];
    }
    return weights;
  }

  /** The kernel with its ridge, on these rows, times a vector. */
  private double[] times(int[] rows, double[] ridge, double[] vector) {
    double[] product = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float[] row = likeness[rows[i]];
      double factor = vector[i];
      double sum = (1 + ridge[i]) * factor;
      for (int j = 0; j < i; j++) {
        float like = row[rows[j]];
        sum += like * vector[j];
        product[j] += like * factor;
      }
      product[i] += sum;
    }
    return product;
  }
}
