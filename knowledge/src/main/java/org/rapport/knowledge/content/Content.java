package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;
import org.rapport.knowledge.library.Library;

/**
 * Everything that one generation is built from, read and checked.
 *
 * @param sections the guidance as written, and what the calendar answers
 * @param facts by id
 * @param boundaries what is declined or urgent
 * @param corrections what people often wrongly take for true
 * @param inside questions that are for the guidance, as people ask them
 * @param language acronyms, synonyms and shorthand
 * @param library what nudges are made of; the sections of its calendar are among the sections
 */
public record Content(
    List<Section> sections,
    Map<String, Fact> facts,
    List<Boundary> boundaries,
    List<Correction> corrections,
    List<String> inside,
    Language language,
    Library library) {
  public Content {
    sections = List.copyOf(sections);
    facts = Map.copyOf(facts);
    boundaries = List.copyOf(boundaries);
    corrections = List.copyOf(corrections);
    inside = List.copyOf(inside);
  }
}
