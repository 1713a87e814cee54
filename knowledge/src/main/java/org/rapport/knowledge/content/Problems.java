package org.rapport.knowledge.content;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong while content is read, so that an editor hears of all of it at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(String file, int line, String message) {
    found.add(new Problem(file, line, message));
  }

  boolean none() {
    return found.isEmpty();
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new ContentRefused(found);
    }
  }
}
