package org.rapport.bot.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Prints figures as they come, as lines of a Markdown table, and remembers which bars were missed.
 */
final class Report {
  private final PrintStream out;
  private int missed;

  Report(PrintStream out) {
    this.out = out;
  }

  /** A line that is no figure. */
  void note(String words) {
    out.println(words);
  }

  void heading() {
    out.println("| figure | measured | bar |");
    out.println("|---|---|---|");
  }

  /** A figure without a bar. */
  void figure(String what, double... runs) {
    line(what, runs, "");
  }

  /** A figure with a bar, which the median of the runs has to meet. */
  void figure(Bar bar, double... runs) {
    boolean met = bar.met(median(runs));
    missed += met ? 0 : 1;
    line(bar.what(), runs, bar + (met ? ", met" : ", **missed**"));
  }

  /** How many bars were missed. */
  int missed() {
    return missed;
  }

  static double median(double... runs) {
    double[] sorted = runs.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private void line(String what, double[] runs, String bar) {
    String all =
        runs.length == 1
            ? ""
            : Arrays.stream(runs)
                .mapToObj(Report::shown)
                .collect(Collectors.joining(", ", " (", ")"));
    out.println("| " + what + " | " + shown(median(runs)) + all + " | " + bar + " |");
  }

  private static String shown(double figure) {
    return (figure >= 100 ? "%.0f" : figure >= 10 ? "%.1f" : "%.2f").formatted(figure);
  }
}
