package org.rapport.knowledge.upload;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words to fill files with. */
final class Prose {
  /** Enough words for a section of its own. */
  static final String ENOUGH =
      "Say thank you in public when a team has done something that patients noticed, name the team"
          + " and say what changed because of them.";

  private Prose() {}

  /** So many different sentences of ten words each. */
  static String sentences(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "Sentence " + i + " of this text has ten words in all.")
        .collect(Collectors.joining(" "));
  }
}
