package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BlendedTermQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a question into a keyword query; a word that no entry has is taken as misspelt. */
final class WordQuery {
  private static final int MOST_TERMS = 64;

  private final Map<String, Float> boosts;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  WordQuery(Layout layout, IndexReader reader) throws IOException {
    this.boosts = layout.boosts();
    for (String field : boosts.keySet()) {
      vocabularies.put(field, Vocabulary.of(field, reader));
    }
  }

  /** The query, or empty if no entry has a word of the question or one like it. */
  Optional<Query> of(String question) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms(question)
        .forEach((term, times) -> {
          boolean known = vocabularies.values().stream().anyMatch(field -> field.contains(term));
          vocabularies.forEach((field, vocabulary) -> {
            float boost = boosts.getOrDefault(field, 1f);
            if (!known) {
              add(query, spellings(field, vocabulary, term), boost);
            } else if (vocabulary.contains(term)) {
              add(query, Optional.of(new TermQuery(new Term(field, term))), boost * times);
            }
          });
        });
    BooleanQuery built = query.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
  }

  /** Any of the words that a misspelt one may stand for; rare ones count no more than common. */
  private static Optional<Query> spellings(String field, Vocabulary vocabulary, String misspelt) {
    BlendedTermQuery.Builder blended =
        new BlendedTermQuery.Builder().setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
    List<Vocabulary.Spelling> spellings = vocabulary.like(misspelt);
    spellings.forEach(like -> blended.add(new Term(field, like.term()), like.likeness()));
    return spellings.isEmpty() ? Optional.empty() : Optional.of(blended.build());
  }

  private static void add(BooleanQuery.Builder query, Optional<Query> clause, float boost) {
    clause.ifPresent(given -> query.add(new BoostQuery(given, boost), BooleanClause.Occur.SHOULD));
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
