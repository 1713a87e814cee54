package org.rapport.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.rapport.knowledge.index.Generation.Card;
import org.rapport.knowledge.index.Generation.Near;

/**
 * All that one organisation can find: the guidance for everybody and, if it has any, its own. What
 * belongs to another organisation is not in it, so that it cannot change an answer. An entry of its
 * own hides the one for everybody that has the same id.
 */
public final class Corpus {
  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  private final Generation guidance;
  private final Optional<Generation> own;
  private final IndexReader reader;
  private final IndexSearcher searcher;
  private final WordQuery words;
  private final Set<Integer> hidden = new HashSet<>();

  /** An entry and how well it matched; {@code entry} is its place in the order of entries. */
  public record Hit(int entry, float score) {}

  /**
   * Puts them side by side; they stay the caller's to close.
   *
   * @param guidance for everybody
   * @param own an organisation's
   */
  public Corpus(Generation guidance, Optional<Generation> own) {
    this.guidance = guidance;
    this.own = own;
    try {
      this.reader =
          own.isEmpty()
              ? guidance.reader()
              : new MultiReader(new IndexReader[] {guidance.reader(), own.get().reader()}, false);
      this.searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity(K1, B));
      searcher.setQueryCache(null);
      this.words = new WordQuery(guidance.layout(), reader);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    own.ifPresent(generation -> hide(generation.hashes().keySet()));
  }

  private void hide(Set<String> ids) {
    for (int entry = 0; entry < guidance.size(); entry++) {
      if (ids.contains(guidance.card(entry).id())) {
        hidden.add(entry);
      }
    }
  }

  /** Whether it is made of just these. */
  public boolean isOf(Generation otherGuidance, Optional<Generation> otherOwn) {
    return guidance == otherGuidance && own.equals(otherOwn);
  }

  /** The number of the generation of the guidance for everybody. */
  public int number() {
    return guidance.number();
  }

  /** What applies to all of it. */
  public byte[] extra() {
    return guidance.extra();
  }

  /** The weight of meaning against words that suits its content, 0 to 1. */
  public double meaning() {
    return guidance.layout().meaning();
  }

  /** The weight of what tells its best entries apart, 0 to 1. */
  public double reranking() {
    return guidance.layout().reranking();
  }

  /** The weight of the best entry with the same title against an entry's own, 0 to 1. */
  public double sameTitle() {
    return guidance.layout().sameTitle();
  }

  /** What is at hand of an entry. */
  public Card card(int entry) {
    return holder(entry).card(place(entry));
  }

  /** What an entry gives back, as JSON. */
  public String stored(int entry) {
    return holder(entry).stored(place(entry));
  }

  /** The vectors of an entry: its own, then one for each question. */
  public List<float[]> vectors(int entry) {
    return holder(entry).vectorsOf(place(entry));
  }

  /** The entry with this title, whatever the case, punctuation and spacing. */
  public Optional<Integer> titled(String title) {
    Optional<Integer> ofOwn =
        own.flatMap(generation -> generation.titled(title)).map(entry -> entry + guidance.size());
    return ofOwn.isPresent()
        ? ofOwn
        : guidance.titled(title).filter(entry -> !hidden.contains(entry));
  }

  /**
   * The entries that share most words with a question, best first, with their BM25 score.
   *
   * @param question as it was asked
   * @param expanded the same, and what its words are also called, which counts less
   */
  public List<Hit> byWords(String question, String expanded, int most) {
    try {
      Optional<WordQuery.Words> query = words.of(question, expanded);
      if (query.isEmpty()) {
        return List.of();
      }
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc hit : best(query.get(), most).scoreDocs) {
        int entry = entryOf(hit.doc);
        if (!hidden.contains(entry)) {
          hits.add(new Hit(entry, hit.score));
        }
      }
      return hits;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where there are many entries, the rarest words propose some, and then all words count. */
  private TopDocs best(WordQuery.Words query, int most) throws IOException {
    if (query.proposing().equals(query.all())) {
      return searcher.search(query.all(), most);
    }
    TopDocs proposed = searcher.search(query.proposing(), most);
    return new QueryRescorer(query.all()) {
      @Override
      protected float combine(float proposing, boolean matches, float all) {
        return all;
      }
    }.rescore(searcher, proposed, most);
  }

  /**
   * How near a vector comes to its nearest entries, and to some others.
   *
   * @param most how many of the nearest vectors are looked for, where they are too many to compare
   * @param others entries to compare in any case, by their place in the order of entries
   */
  public List<Near> nearest(float[] vector, int most, Collection<Integer> others) {
    int size = guidance.size();
    if (own.isEmpty()) {
      return guidance.nearest(vector, most, others);
    }
    List<Near> nearest = new ArrayList<>();
    List<Integer> shared = others.stream().filter(entry -> entry < size).toList();
    for (Near near : guidance.nearest(vector, most, shared)) {
      if (!hidden.contains(near.entry())) {
        nearest.add(near);
      }
    }
    List<Integer> theirs =
        others.stream().filter(entry -> entry >= size).map(entry -> entry - size).toList();
    for (Near near : own.get().nearest(vector, most, theirs)) {
      nearest.add(
          new Near(near.entry() + size, near.own(), near.question(), near.secondQuestion()));
    }
    return nearest;
  }

  /** Keeps the files open until {@link #release}; false if they are closed already. */
  public boolean retain() {
    if (!guidance.retain()) {
      return false;
    }
    if (own.isPresent() && !own.get().retain()) {
      guidance.release();
      return false;
    }
    return true;
  }

  /** Undoes one {@link #retain}. */
  public void release() {
    own.ifPresent(Generation::release);
    guidance.release();
  }

  private Generation holder(int entry) {
    return entry < guidance.size() ? guidance : own.orElseThrow();
  }

  private int place(int entry) {
    return entry < guidance.size() ? entry : entry - guidance.size();
  }

  private int entryOf(int document) {
    int base = guidance.reader().maxDoc();
    return document < base
        ? guidance.entryOf(document)
        : guidance.size() + own.orElseThrow().entryOf(document - base);
  }
}
