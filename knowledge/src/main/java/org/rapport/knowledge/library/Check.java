package org.rapport.knowledge.library;

import java.util.List;

/**
 * What is shown with every post, after its own checks.
 *
 * @param guidance id of the section that says more
 * @param facts ids of the facts that it rests on
 */
public record Check(String check, String guidance, List<String> facts) {
  public Check {
    facts = List.copyOf(facts);
  }
}
