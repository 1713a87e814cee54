package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The terms of one field, in memory, so that a misspelt word finds its neighbours quickly. */
final class Vocabulary {
  private static final int MOST_SPELLINGS = 3;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int TWO_EDITS_FROM = 8;

  private final Set<String> terms = new HashSet<>();
  private final Map<Character, List<String>> byFirstLetter = new TreeMap<>();

  /**
   * A term that a misspelt one may stand for.
   *
   * @param likeness 1 less the share of letters that differ, as Lucene's fuzzy query weighs it
   */
  record Spelling(String term, float likeness) {}

  static Vocabulary of(String field, IndexReader reader) throws IOException {
    Vocabulary vocabulary = new Vocabulary();
    Terms all = MultiTerms.getTerms(reader, field);
    if (all != null) {
      TermsEnum each = all.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        vocabulary.add(term.utf8ToString());
      }
    }
    return vocabulary;
  }

  private void add(String term) {
    terms.add(term);
    if (!term.isEmpty()) {
      byFirstLetter.computeIfAbsent(term.charAt(0), letter -> new ArrayList<>()).add(term);
    }
  }

  boolean contains(String term) {
    return terms.contains(term);
  }

  /** The terms most like a misspelt one: its first letter is right, and one or two others wrong. */
  List<Spelling> like(String misspelt) {
    if (misspelt.length() < SHORTEST_MISSPELT) {
      return List.of();
    }
    int most = misspelt.length() >= TWO_EDITS_FROM ? 2 : 1;
    List<Spelling> like = new ArrayList<>();
    for (String term : byFirstLetter.getOrDefault(misspelt.charAt(0), List.of())) {
      int edits = EditDistance.within(most, misspelt, term);
      if (edits <= most) {
        int shorter = Math.min(misspelt.length(), term.length());
        like.add(new Spelling(term, 1f - (float) edits / shorter));
      }
    }
    like.sort(
        Comparator.comparingDouble(Spelling::likeness).reversed().thenComparing(Spelling::term));
    return like.subList(0, Math.min(MOST_SPELLINGS, like.size()));
  }
}
