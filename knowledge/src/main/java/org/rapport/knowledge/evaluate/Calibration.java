package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.rapport.knowledge.ask.Signals;
import org.rapport.knowledge.evaluate.GoldenQuestion.Expect;

/**
 * Fits the confidence on golden questions: a logistic regression on whether the guidance answers a
 * question, with a little ridge, by Newton's method (Bishop 2006, section 4.3.3).
 */
public final class Calibration {
  private static final double RIDGE = 1.0;
  private static final int STEPS = 30;
  private static final int FOLDS = 5;
  private static final List<String> NAMES = List.of("score", "cosine", "words", "margin", "bias");

  private static final class Example {
    private final double[] features;
    private final Expect expect;

    Example(double[] features, Expect expect) {
      this.features = features;
      this.expect = expect;
    }

    double[] features() {
      return features;
    }

    Expect expect() {
      return expect;
    }

    boolean answerable() {
      return expect == Expect.FOUND;
    }
  }

  /**
   * The fit, and what it does to questions that it was not fitted on.
   *
   * @param weights for {@code confidence.properties}
   * @param wronglyRefused share of in-scope questions below the threshold, five folds
   * @param farHeld share of far questions below it
   * @param nearHeld share of near questions below it
   */
  public record Report(
      Properties weights, double wronglyRefused, double farHeld, double nearHeld) {}

  private Calibration() {}

  /**
   * Fits.
   *
   * @param refuse the share of in-scope questions that may fall below the threshold, 0 to 1
   */
  public static Report fit(
      List<GoldenQuestion> questions, Function<String, Signals> signals, double refuse) {
    List<Example> examples =
        questions.stream()
            .filter(question -> question.expect() != Expect.URGENT)
            .map(question ->
                new Example(
                    withBias(signals.apply(question.words()).features()), question.expect()))
            .toList();
    double[] unseen = new double[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Example> others = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(examples.get(i));
        }
      }
      double[] weights = fit(others);
      for (int i = fold; i < examples.size(); i += FOLDS) {
        unseen[i] = probability(weights, examples.get(i).features());
      }
    }
    double threshold = threshold(examples, unseen, refuse);
    double[] weights = fit(examples);
    Properties fitted = new Properties();
    for (int i = 0; i < weights.length; i++) {
      fitted.setProperty(NAMES.get(i), String.format("%.4f", weights[i]));
    }
    fitted.setProperty("answer.from", String.format("%.3f", threshold));
    return new Report(
        fitted,
        below(examples, unseen, threshold, Expect.FOUND),
        below(examples, unseen, threshold, Expect.FAR),
        below(examples, unseen, threshold, Expect.NEAR));
  }

  private static double threshold(List<Example> examples, double[] unseen, double refuse) {
    List<Double> answerable = new ArrayList<>();
    for (int i = 0; i < unseen.length; i++) {
      if (examples.get(i).answerable()) {
        answerable.add(unseen[i]);
      }
    }
    answerable.sort(null);
    return answerable.get((int) (refuse * answerable.size()));
  }

  private static double below(
      List<Example> examples, double[] unseen, double threshold, Expect expect) {
    int all = 0;
    int below = 0;
    for (int i = 0; i < unseen.length; i++) {
      if (examples.get(i).expect() == expect) {
        all++;
        below += unseen[i] < threshold ? 1 : 0;
      }
    }
    return all == 0 ? 1 : (double) below / all;
  }

  private static double[] fit(List<Example> examples) {
    int size = examples.getFirst().features().length;
    double[] weights = new double[size];
    for (int step = 0; step < STEPS; step++) {
      double[] slope = new double[size];
      double[][] curve = new double[size][size];
      for (int i = 0; i < size - 1; i++) {
        slope[i] = RIDGE * weights[i];
        curve[i][i] = RIDGE;
      }
      for (Example example : examples) {
        double p = probability(weights, example.features());
        double error = p - (example.answerable() ? 1 : 0);
        for (int i = 0; i < size; i++) {
          slope[i] += error * example.features()[i];
          for (int j = 0; j < size; j++) {
            curve[i][j] += p * (1 - p) * example.features()[i] * example.features()[j];
          }
        }
      }
      double[] move = solve(curve, slope);
      for (int i = 0; i < size; i++) {
        weights[i] -= move[i];
      }
    }
    return weights;
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

  private static double probability(double[] weights, double[] features) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static double[] withBias(double[] features) {
    double[] all = Arrays.copyOf(features, features.length + 1);
    all[features.length] = 1;
    return all;
  }
}
