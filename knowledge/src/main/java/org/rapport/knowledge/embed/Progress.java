package org.rapport.knowledge.embed;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress UNHEARD = (done, total) -> {};

  /**
   * Called again and again, from one thread.
   *
   * @param done how many are done of {@code total}
   */
  void at(int done, int total);
}
