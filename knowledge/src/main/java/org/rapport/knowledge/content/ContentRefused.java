package org.rapport.knowledge.content;

import java.util.List;
import java.util.stream.Collectors;
import org.rapport.knowledge.reading.Problem;
import org.rapport.knowledge.reading.Problems;

/** The content has mistakes and cannot become guidance; each is named with file and line. */
public final class ContentRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // Problems are records of text and numbers.
  private final List<Problem> problems;

  /**
   * @param problems one or more
   */
  public ContentRefused(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Refuses what has problems.
   *
   * @throws ContentRefused if there is any
   */
  static void ifAny(Problems problems) {
    if (!problems.none()) {
      throw new ContentRefused(problems.all());
    }
  }

  /** What is wrong, in the order of files. */
  public List<Problem> problems() {
    return problems;
  }
}
