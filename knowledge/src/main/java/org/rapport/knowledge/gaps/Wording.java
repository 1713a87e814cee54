package org.rapport.knowledge.gaps;

import java.util.List;

/**
 * One way of putting a question, and all who put it so.
 *
 * @param words as one of them typed it
 * @param questions at least one
 * @param vector what it means, of length one
 */
record Wording(String words, List<Missed> questions, float[] vector) {
  int times() {
    return questions.size();
  }
}
