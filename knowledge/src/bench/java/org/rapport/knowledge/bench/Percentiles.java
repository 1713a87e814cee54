package org.rapport.knowledge.bench;

import java.util.Arrays;

/** Durations, sorted. */
final class Percentiles {
  private static final double NANOS_IN_MILLI = 1e6;

  private final long[] sorted;

  /**
   * @param nanos durations in nanoseconds
   */
  Percentiles(long... nanos) {
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** The duration, in milliseconds, that so many in a hundred do not exceed. */
  double millis(double percent) {
    int place = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, place - 1)] / NANOS_IN_MILLI;
  }
}
