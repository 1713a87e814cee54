package org.rapport.knowledge.library;

import java.util.Set;

/**
 * What the entries of the library may refer to.
 *
 * @param facts ids of facts
 * @param sections ids of sections of guidance
 * @param positions names of positions, {@code any} among them
 * @param unsourced ids of the facts that no source confirms
 */
public record KnownIds(
    Set<String> facts, Set<String> sections, Set<String> positions, Set<String> unsourced) {
  public KnownIds {
    facts = Set.copyOf(facts);
    sections = Set.copyOf(sections);
    positions = Set.copyOf(positions);
    unsourced = Set.copyOf(unsourced);
  }
}
