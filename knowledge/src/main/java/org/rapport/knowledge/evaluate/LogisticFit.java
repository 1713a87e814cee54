package org.rapport.knowledge.evaluate;

import java.util.Arrays;
import java.util.List;
import org.rapport.knowledge.ask.LogOdds;

/** Logistic regression with a little ridge, by Newton's method (Bishop 2006, section 4.3.3). */
final class LogisticFit {
  private static final double RIDGE = 1.0;
  private static final int STEPS = 30;

  /** What was seen, and whether it was of the kind whose odds are wanted. */
  record Case(List<Double> features, boolean ofKind) {}

  private LogisticFit() {}

  static LogOdds fit(List<Case> cases) {
    int size = cases.getFirst().features().size() + 1;
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[size];
      double[][] curve = new double[size][size];
      for (int i = 0; i < size - 1; i++) {
        slope[i] = RIDGE * weights[i];
        curve[i][i] = RIDGE;
      }
      for (Case seen : cases) {
        add(seen, weights, slope, curve);
      }
      double[] move = solve(curve, slope);
      for (int i = 0; i < size; i++) {
        weights[i] -= move[i];
      }
    }
    return new LogOdds(weights);
  }

  private static void add(Case seen, double[] weights, double[] slope, double[][] curve) {
    double[] features = seen.features().stream().mapToDouble(x -> x).toArray();
    double p = 1 / (1 + Math.exp(-new LogOdds(weights).of(features)));
    double error = p - (seen.ofKind() ? 1 : 0);
    double[] withBias = Arrays.copyOf(features, weights.length);
    withBias[features.length] = 1;
    for (int i = 0; i < weights.length; i++) {
      slope[i] += error * withBias[i];
      for (int j = 0; j < weights.length; j++) {
        curve[i][j] += p * (1 - p) * withBias[i] * withBias[j];
      }
    }
  }

  /** Gauss's elimination with partial pivoting. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      double[] swapped = matrix[column];
      matrix[column] = matrix[pivot];
      matrix[pivot] = swapped;
      double held = right[column];
      right[column] = right[pivot];
      right[pivot] = held;
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        right[row] -= factor * right[column];
        for (int k = column; k < size; k++) {
          matrix[row][k] -= factor * matrix[column][k];
        }
      }
    }
    double[] solution = new double[size];
    for (int row = size - 1; row >= 0; row--) {
      double sum = right[row];
      for (int k = row + 1; k < size; k++) {
        sum -= matrix[row][k] * solution[k];
      }
      solution[row] = sum / matrix[row][row];
    }
    return solution;
  }
}
