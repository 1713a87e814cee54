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
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a question into a keyword query; a word that no entry has is taken as misspelt. */
final class WordQuery {
  private static final int MOST_TERMS = 64;

  /** What a word counts that was not asked but stands in for one, such as a synonym. */
  private static final float STANDS_IN = 0.25f;

  /** An index with more documents, which are entries and their vectors, is large. */
  private static final int LARGE = 50_000;

  /** In a large index, as many entries at most have the words that propose, counted a word. */
  private static final int MOST_PROPOSING = 20_000;

  private final IndexReader reader;
  private final Layout layout;
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();

  WordQuery(Layout layout, IndexReader reader) throws IOException {
    this.reader = reader;
    this.layout = layout;
    for (String field : layout.boosts().keySet()) {
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

  /** The query for one word of a question, and how many entries it has in all fields. */
  private record Word(long entries, Query query) {}

  /**
   * The query, or empty if no entry has a word of the question or one like it.
   *
   * @param question as it was asked
   * @param expanded the same, and what its words are also called
   */
  Optional<Words> of(String question, String expanded) throws IOException {
    Map<String, Integer> asked = terms(question);
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Integer> term : terms(expanded).entrySet()) {
      int own = asked.getOrDefault(term.getKey(), 0);
      float weight = own + STANDS_IN * (term.getValue() - own);
      inAnyField(term.getKey(), weight).ifPresent(words::add);
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Query all = anyOf(words);
    return Optional.of(new Words(all, reader.numDocs() > LARGE ? anyOf(rarest(words)) : all));
  }

  /** Where a term stands in several fields of an entry, the one that it fits best counts most. */
  private Optional<Word> inAnyField(String term, float weight) throws IOException {
    boolean known = vocabularies.values().stream().anyMatch(field -> field.contains(term));
    long entries = 0;
    List<Query> fields = new ArrayList<>();
    for (Map.Entry<String, Vocabulary> each : vocabularies.entrySet()) {
      String field = each.getKey();
      float boost = layout.boosts().getOrDefault(field, 1f);
      List<Vocabulary.Spelling> like = known ? List.of() : each.getValue().like(term);
      for (Vocabulary.Spelling spelling : like) {
        entries += reader.docFreq(new Term(field, spelling.term()));
      }
      if (!like.isEmpty()) {
        fields.add(new BoostQuery(anyOf(field, like), boost));
      } else if (each.getValue().contains(term)) {
        Term of = new Term(field, term);
        entries += reader.docFreq(of);
        fields.add(new BoostQuery(new TermQuery(of), boost));
      }
    }
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Query best = new DisjunctionMaxQuery(fields, layout.otherFields());
    return Optional.of(new Word(entries, new BoostQuery(best, weight)));
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

  private static Query anyOf(List<Word> words) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(word -> query.add(word.query(), BooleanClause.Occur.SHOULD));
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
