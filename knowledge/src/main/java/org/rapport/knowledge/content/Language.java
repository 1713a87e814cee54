package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;

/**
 * How people say things.
 *
 * @param acronyms lower-case short form to what it may stand for
 * @param synonyms groups of terms that mean the same, the guidance's own term first
 * @param shorthand lower-case text-speak or slang to what it is read as
 */
public record Language(
    Map<String, List<String>> acronyms,
    List<List<String>> synonyms,
    Map<String, String> shorthand) {

  /** No list of any kind. */
  public static final Language PLAIN = new Language(Map.of(), List.of(), Map.of());

  public Language {
    shorthand = Map.copyOf(shorthand);
    acronyms = Map.copyOf(acronyms);
    synonyms = synonyms.stream().map(List::copyOf).toList();
  }
}
