package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a question into a keyword query; a word that no entry has is taken as misspelt. */
final class WordQuery {
  private static final int MOST_TERMS = 64;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int TWO_EDITS_FROM = 8;
  private static final int MOST_SPELLINGS = 3;

  private WordQuery() {}

  /** The query, or empty if the question has no word to look for. */
  static Optional<Query> of(String question, Layout layout, LeafReader reader) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Map<String, Integer> terms = terms(question);
    for (Map.Entry<String, Integer> term : terms.entrySet()) {
      boolean known = false;
      for (String field : layout.boosts().keySet()) {
        known |= reader.docFreq(new Term(field, term.getKey())) > 0;
      }
      for (Map.Entry<String, Float> field : layout.boosts().entrySet()) {
        Term inField = new Term(field.getKey(), term.getKey());
        if (known) {
          query.add(
              new BoostQuery(new TermQuery(inField), field.getValue() * term.getValue()),
              BooleanClause.Occur.SHOULD);
        } else if (term.getKey().length() >= SHORTEST_MISSPELT) {
          int edits = term.getKey().length() >= TWO_EDITS_FROM ? 2 : 1;
          query.add(
              new BoostQuery(
                  new FuzzyQuery(inField, edits, 1, MOST_SPELLINGS, true), field.getValue()),
              BooleanClause.Occur.SHOULD);
        }
      }
    }
    BooleanQuery built = query.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
  }

  /** The terms of a question and how often each stands in it. */
  private static Map<String, Integer> terms(String question) throws IOException {
    Map<String, Integer> terms = new LinkedHashMap<>();
    try (TokenStream stream = Fields.ANALYZER.tokenStream(Fields.BODY, question)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken() && terms.size() < MOST_TERMS) {
        terms.merge(term.toString(), 1, Integer::sum);
      }
      stream.end();
    }
    return terms;
  }
}
