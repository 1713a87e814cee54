package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a question into a keyword query; a word that no entry has is taken as misspelt. */
final class WordQuery {
  private static final int MOST_TERMS = 64;

  /** What a word counts that was not asked but stands in for one, such as a synonym. */
  private static final float STANDS_IN = 0.25f;

  private final Layout layout;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  WordQuery(Layout layout, IndexReader reader) throws IOException {
    this.layout = layout;
    for (String field : layout.boosts().keySet()) {
      vocabularies.put(field, Vocabulary.of(field, reader));
    }
  }

  /**
   * The query, or empty if no entry has a word of the question or one like it.
   *
   * @param question as it was asked
   * @param expanded the same, and what its words are also called
   */
  Optional<Query> of(String question, String expanded) throws IOException {
    Map<String, Integer> asked = terms(question);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    terms(expanded)
        .forEach((term, times) -> {
          int own = asked.getOrDefault(term, 0);
          float weight = own + STANDS_IN * (times - own);
          inAnyField(term).ifPresent(fields -> add(query, new BoostQuery(fields, weight)));
        });
    BooleanQuery built = query.build();
    return built.clauses().isEmpty() ? Optional.empty() : Optional.of(built);
  }

  /** Where a term stands in several fields of an entry, the one that it fits best counts most. */
  private Optional<Query> inAnyField(String term) {
    boolean known = vocabularies.values().stream().anyMatch(field -> field.contains(term));
    List<Query> fields = new ArrayList<>();
    vocabularies.forEach((field, vocabulary) -> {
      float boost = layout.boosts().getOrDefault(field, 1f);
      if (!known) {
        spellings(field, vocabulary, term)
            .ifPresent(like -> fields.add(new BoostQuery(like, boost)));
      } else if (vocabulary.contains(term)) {
        fields.add(new BoostQuery(new TermQuery(new Term(field, term)), boost));
      }
    });
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new DisjunctionMaxQuery(fields, layout.otherFields()));
  }

  /** Any of the words that a misspelt one may stand for; rare ones count no more than common. */
  private static Optional<Query> spellings(String field, Vocabulary vocabulary, String misspelt) {
    BlendedTermQuery.Builder blended =
        new BlendedTermQuery.Builder().setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
    List<Vocabulary.Spelling> spellings = vocabulary.like(misspelt);
    spellings.forEach(like -> blended.add(new Term(field, like.term()), like.likeness()));
    return spellings.isEmpty() ? Optional.empty() : Optional.of(blended.build());
  }

  private static void add(BooleanQuery.Builder query, Query clause) {
    query.add(clause, BooleanClause.Occur.SHOULD);
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
