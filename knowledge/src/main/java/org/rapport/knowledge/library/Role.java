package org.rapport.knowledge.library;

import java.util.List;

/**
 * What good looks like in a position.
 *
 * @param next one thing to do next
 * @param guidance id of the section that says more
 * @param facts ids of the facts that it rests on
 */
public record Role(String position, String good, String next, String guidance, List<String> facts) {
  public Role {
    facts = List.copyOf(facts);
  }
}
