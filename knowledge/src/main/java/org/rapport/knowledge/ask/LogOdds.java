package org.rapport.knowledge.ask;

import java.util.Arrays;
import java.util.Properties;

/**
 * A logistic model of {@link Signals}: the logarithm of the odds that a question is of one kind and
 * not one that the guidance answers.
 */
public final class LogOdds {
  private static final String BIAS = "bias";

  /** By five folds: lower values let too much through that is only near. */
  private static final double NEAR_COUNTS = 0.4;

  private final double[] weights;

  /**
   * With weights that were fitted.
   *
   * @param weights one for each of {@link Signals#features}, and the bias
   */
  public LogOdds(double... weights) {
    this.weights = weights.clone();
  }

  static LogOdds read(Properties fitted, String kind) {
    double[] weights = new double[Signals.NAMES.size() + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Double.parseDouble(fitted.getProperty(kind + name(i)));
    }
    return new LogOdds(weights);
  }

  /** Writes what is read back under the same kind. */
  public void write(Properties fitted, String kind) {
    for (int i = 0; i < weights.length; i++) {
      fitted.setProperty(kind + name(i), String.format("%.4f", weights[i]));
    }
  }

  /** The logarithm of the odds. */
  public double of(double[] features) {
    double sum = weights[weights.length - 1];
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  /**
   * The probability of none of some kinds, each given by its log-odds against that (Begg and Gray
   * 1984, individualised logistic regressions).
   */
  public static double neither(double... logOdds) {
    return 1 / (1 + Arrays.stream(logOdds).map(Math::exp).sum());
  }

  /**
   * Whether to answer, 0 to 1: as {@link #neither}, but that the guidance may not cover a question
   * about our field counts less than that it is about something else. A passage that is only near
   * does less harm than a refusal of what is covered.
   */
  public static double standing(double far, double near) {
    return neither(far, near + Math.log(NEAR_COUNTS));
  }

  private static String name(int place) {
    return place < Signals.NAMES.size() ? Signals.NAMES.get(place) : BIAS;
  }
}
