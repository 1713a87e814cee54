package org.rapport.knowledge.index;

import java.util.List;

/**
 * What the index needs to know of a thing to be found, whether a section of guidance or a document
 * of a test collection.
 *
 * @param id unique
 * @param title short; may be empty
 * @param questions other ways of asking for it
 * @param body the rest of its words
 * @param facts ids of the facts that it rests on
 * @param stored what is given back, as JSON
 */
public record Entry(
    String id,
    String title,
    List<String> questions,
    String body,
    List<String> facts,
    String stored) {

  public Entry {
    questions = List.copyOf(questions);
    facts = List.copyOf(facts);
  }

  /** Tells this entry's searchable words from any others; what vectors are kept by. */
  public String hash() {
    return Hash.of(title, String.join("\n", questions), body);
  }
}
