package org.rapport.knowledge.ask;

import java.util.function.UnaryOperator;

/**
 * Solves a system of linear equations whose matrix is symmetric and positive definite by conjugate
 * gradients (Golub and Van Loan, Matrix Computations, 4th edition, 11.3).
 */
final class ConjugateGradients {
  private ConjugateGradients() {}

  /**
   * What the matrix turns into {@code wanted}.
   *
   * @param times the product of the matrix and a vector
   * @param error what may be left of the error, as a share of what there was at first
   * @param most how many steps at most
   */
  static double[] solve(UnaryOperator<double[]> times, double[] wanted, double error, int most) {
    double[] solution = new double[wanted.length];
    double[] left = wanted.clone();
    double[] direction = wanted.clone();
    double square = dot(left, left);
    double enough = square * error * error;
    for (int step = 0; step < most && square > enough; step++) {
      double[] image = times.apply(direction);
      double length = square / dot(direction, image);
      double before = square;
      add(solution, length, direction);
      add(left, -length, image);
      square = dot(left, left);
      for (int i = 0; i < direction.length; i++) {
        direction[i] = left[i] + square / before * direction[i];
      }
    }
    return solution;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
