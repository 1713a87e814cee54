package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far confidence can be taken at its word.
 *
 * @param bins tenths of the questions, from the least confident
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Some questions of about the same confidence.
   *
   * @param questions how many
   * @param confidence their mean confidence, 0 to 1
   * @param right the share of them that was answered right, 0 to 1
   */
  public record Bin(int questions, double confidence, double right) {}

  /** The confidence in one answer, and whether it was right. */
  record Said(double confidence, boolean right) {}

  static Reliability of(List<Said> said) {
    List<Said> sorted = said.stream().sorted(Comparator.comparingDouble(Said::confidence)).toList();
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      List<Said> part =
          sorted.subList(bin * sorted.size() / BINS, (bin + 1) * sorted.size() / BINS);
      if (!part.isEmpty()) {
        bins.add(
            new Bin(
                part.size(),
                part.stream().mapToDouble(Said::confidence).average().orElse(0),
                part.stream().mapToDouble(one -> one.right() ? 1 : 0).average().orElse(0)));
      }
    }
    return new Reliability(bins);
  }

  /**
   * The expected calibration error, 0 to 1, over ten bins of equal mass (Naeini, Cooper and
   * Hauskrecht 2015).
   */
  public double error() {
    double all = bins.stream().mapToInt(Bin::questions).sum();
    return bins.stream()
        .mapToDouble(bin -> bin.questions() / all * Math.abs(bin.confidence() - bin.right()))
        .sum();
  }
}
