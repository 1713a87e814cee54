package org.rapport.knowledge;

/** Answers questions from the guidance. */
public final class Knowledge implements AutoCloseable {

  /** Answers a question from the live generation. */
  public Answer ask(Question question) {
    throw new IllegalStateException("No index is open for " + question);
  }

  /** The live generation, 0 while there is none. */
  public int generation() {
    return 0;
  }

  @Override
  public void close() {}
}
