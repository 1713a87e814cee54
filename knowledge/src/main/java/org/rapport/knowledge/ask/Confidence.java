package org.rapport.knowledge.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * How likely the guidance answers a question, rather than that the question is far from our field
 * or near it but not covered. Weights and threshold come from {@code confidence.properties}, which
 * {@code evaluate --calibrate} fits on the golden questions.
 */
final class Confidence {
  private final LogOdds far;
  private final LogOdds near;
  private final double answerFrom;

  private Confidence(Properties fitted) {
    this.far = LogOdds.read(fitted, "far.");
    this.near = LogOdds.read(fitted, "near.");
    this.answerFrom = Double.parseDouble(fitted.getProperty("answer.from"));
  }

  static Confidence fitted() {
    Properties fitted = new Properties();
    try (InputStream file = Confidence.class.getResourceAsStream("/confidence.properties")) {
      fitted.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Confidence(fitted);
  }

  /** 0 to 1. */
  double of(Signals signals) {
    return LogOdds.neither(far.of(signals.features()), near.of(signals.features()));
  }

  /** Whether to answer. */
  boolean isEnough(Signals signals) {
    double[] features = signals.features();
    return LogOdds.standing(far.of(features), near.of(features)) >= answerFrom;
  }
}
