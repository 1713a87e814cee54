package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;

/**
 * How people say things.
 *
 * @param acronyms lower-case short form to what it may stand for
 * @param synonyms groups of terms that mean the same, the guidance's own term first
 */
public record Language(Map<String, List<String>> acronyms, List<List<String>> synonyms) {
  public Language {
    acronyms = Map.copyOf(acronyms);
    synonyms = synonyms.stream().map(List::copyOf).toList();
  }
}
