package org.rapport.bot.bench;

import java.text.DecimalFormat;

/**
 * What a figure must reach.
 *
 * @param what the figure, with its unit
 * @param atLeast whether more is better
 */
record Bar(String what, boolean atLeast, double limit) {
  static Bar atLeast(double limit, String what) {
    return new Bar(what, true, limit);
  }

  static Bar under(double limit, String what) {
    return new Bar(what, false, limit);
  }

  boolean met(double figure) {
    return atLeast ? figure >= limit : figure < limit;
  }

  @Override
  public String toString() {
    return (atLeast ? "at least " : "under ") + new DecimalFormat("0.#").format(limit);
  }
}
