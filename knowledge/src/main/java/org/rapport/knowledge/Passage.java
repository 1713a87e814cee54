package org.rapport.knowledge;

import java.util.List;

/**
 * A section that was found for a question, best first.
 *
 * @param section id of the section
 * @param title its title
 * @param score fused score, higher is closer; comparable across questions
 * @param facts ids of the facts that the section rests on
 */
public record Passage(String section, String title, double score, List<String> facts) {

  public Passage {
    facts = List.copyOf(facts);
  }
}
