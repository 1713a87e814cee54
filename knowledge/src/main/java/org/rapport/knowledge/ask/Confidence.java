package org.rapport.knowledge.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How likely the guidance answers a question: a logistic function of its {@link Signals}. Weights
 * and thresholds come from {@code confidence.properties}, which {@code evaluate --calibrate} fits
 * on the golden questions.
 */
final class Confidence {
  private final double[] weights;
  private final double bias;
  private final double answerFrom;

  private Confidence(Properties fitted) {
    weights =
        Stream.of("score", "cosine", "words", "margin")
            .mapToDouble(name -> Double.parseDouble(fitted.getProperty(name)))
            .toArray();
    bias = Double.parseDouble(fitted.getProperty("bias"));
    answerFrom = Double.parseDouble(fitted.getProperty("answer.from"));
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
    double[] features = signals.features();
    double sum = bias;
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Whether it is enough to answer. */
  boolean isEnough(double confidence) {
    return confidence >= answerFrom;
  }
}
