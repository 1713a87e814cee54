package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** An index with more documents, which are entries and their vectors, is large. */
  private static final int LARGE = 50_000;

  /** In a large index, as many entries at most have the words that propose, counted a word. */
  private static final int MOST_PROPOSING = 20_000;

  private final IndexReader reader;
  private final Map<String, Float> boosts;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  WordQuery(Layout layout, IndexReader reader) throws IOException {
    this.reader = reader;
    this.boosts = layout.boosts();
    for (String field : boosts.keySet()) {
      vocabularies.put(field, Vocabulary.of(field, reader));
    }
  }

  /**
   * A question as a query.
   *
   * @param all every word counts
   * @param proposing only its rarest words, as the time of the others grows with the index; the
   *     same query if it is not large
   */
  record Words(Query all, Query proposing) {}

  /** The clauses for one word of a question, and how many entries they have in all fields. */
  private record Word(long entries, List<Query> clauses) {}

  /** The query, or empty if no entry has a word of the question or one like it. */
  Optional<Words> of(String question) throws IOException {
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Integer> term : terms(question).entrySet()) {
      Word word = word(term.getKey(), term.getValue());
      if (!word.clauses().isEmpty()) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    BooleanQuery all = anyOf(words);
    return Optional.of(new Words(all, reader.numDocs() > LARGE ? anyOf(rarest(words)) : all));
  }

  private Word word(String term, int times) throws IOException {
    boolean known = vocabularies.values().stream().anyMatch(field -> field.contains(term));
    long entries = 0;
    List<Query> clauses = new ArrayList<>();
    for (Map.Entry<String, Vocabulary> each : vocabularies.entrySet()) {
      String field = each.getKey();
      float boost = boosts.getOrDefault(field, 1f);
      List<Vocabulary.Spelling> like = known ? List.of() : each.getValue().like(term);
      for (Vocabulary.Spelling spelling : like) {
        entries += reader.docFreq(new Term(field, spelling.term()));
      }
      if (!like.isEmpty()) {
        clauses.add(new BoostQuery(anyOf(field, like), boost));
      } else if (each.getValue().contains(term)) {
        Term of = new Term(field, term);
        entries += reader.docFreq(of);
        clauses.add(new BoostQuery(new TermQuery(of), boost * times));
      }
    }
    return new Word(entries, clauses);
  }

  /** The rarest: as many as there is time for, and one at least. */
  private static List<Word> rarest(List<Word> words) {
    List<Word> rarest = new ArrayList<>();
    long entries = 0;
    for (Word word : words.stream().sorted(Comparator.comparingLong(Word::entries)).toList()) {
      entries += word.entries();
      if (rarest.isEmpty() || entries <= MOST_PROPOSING) {
        rarest.add(word);
      }
    }
    return rarest;
  }

  private static BooleanQuery anyOf(List<Word> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.stream()
        .flatMap(word -> word.clauses().stream())
        .forEach(clause -> query.add(clause, BooleanClause.Occur.SHOULD));
    return query.build();
  }

  /** Any of the words that a misspelt one may stand for; rare ones count no more than common. */
  private static Query anyOf(String field, List<Vocabulary.Spelling> spellings) {
    BlendedTermQuery.Builder blended =
        new BlendedTermQuery.Builder().setRewriteMethod(BlendedTermQuery.BOOLEAN_REWRITE);
    spellings.forEach(like -> blended.add(new Term(field, like.term()), like.likeness()));
    return blended.build();
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
