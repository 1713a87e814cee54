package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;

/**
 * Everything that one generation is built from, read and checked.
 *
 * @param sections the guidance
 * @param facts by id
 * @param boundaries what is declined or urgent
 * @param corrections what people often wrongly take for true
 * @param inside questions that are for the guidance, as people ask them
 * @param language acronyms, synonyms and shorthand
 */
public record Content(
    List<Section> sections,
    Map<String, Fact> facts,
    List<Boundary> boundaries,
    List<Correction> corrections,
    List<String> inside,
    Language language) {
  public Content {
    sections = List.copyOf(sections);
    facts = Map.copyOf(facts);
    boundaries = List.copyOf(boundaries);
    corrections = List.copyOf(corrections);
    inside = List.copyOf(inside);
  }
}
