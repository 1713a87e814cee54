package org.rapport.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConjugateGradientsTest {
  /** The matrix 4 1 over 1 3. */
  private static double[] times(double[] vector) {
    return new double[] {4 * vector[0] + vector[1], vector[0] + 3 * vector[1]};
  }

  @Test
  void whatTheMatrixTurnsIntoTheWantedIsFound() {
    double[] solution =
        ConjugateGradients.solve(ConjugateGradientsTest::times, new double[] {1, 2}, 1e-9, 10);

    assertThat(solution).containsExactly(new double[] {1 / 11.0, 7 / 11.0}, within(1e-9));
  }

  @Test
  void itStopsAfterTheStepsThatAreAllowed() {
    double[] solution =
        ConjugateGradients.solve(ConjugateGradientsTest::times, new double[] {1, 2}, 0, 1);

    assertThat(solution).containsExactly(new double[] {0.25, 0.5}, within(1e-9));
  }

  @Test
  void nothingWantedIsNothing() {
    double[] solution =
        ConjugateGradients.solve(ConjugateGradientsTest::times, new double[2], 0, 10);

    assertThat(solution).containsExactly(0, 0);
  }
}
