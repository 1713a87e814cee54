package org.rapport.bot.campaign;

import java.util.List;

/**
 * A plan or a table that was given cannot be taken; each problem says where, and what was expected.
 */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * @param problems one or more
   */
  InputRefused(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** A line each. */
  public List<String> problems() {
    return problems;
  }
}
