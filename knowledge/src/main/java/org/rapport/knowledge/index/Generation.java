package org.rapport.knowledge.index;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** One immutable build of the index, open for searching by any number of threads. */
public final class Generation implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int number;
  private final Directory files;
  private final DirectoryReader reader;
  private final LeafReader leaf;
  private final IndexSearcher searcher;
  private final Layout layout;
  private final Map<String, String> about;
  private final List<Card> cards = new ArrayList<>();
  private final Map<String, Integer> entryByHash = new HashMap<>();
  private final Map<String, Integer> entryByTitle = new HashMap<>();
  private final WordQuery words;
  private final EntryVectors vectors;
  private final int[] entryOfDocument;
  private final int[] ownDocument;
  private final byte[] extra;

  /** What is always at hand of an entry. */
  public record Card(String id, String title, List<String> facts) {}

  /** An entry and how well it matched; {@code entry} is its place in the order of entries. */
  public record Hit(int entry, float score) {}

  /**
   * How near a question comes to an entry, in cosines; -1 where the entry has no such vector.
   *
   * @param entry its place in the order of entries
   * @param own to the entry's title and body
   * @param question to the nearest of its questions
   * @param secondQuestion to the second nearest
   */
  public record Near(int entry, double own, double question, double secondQuestion) {
    /** The nearest of them. */
    public double nearest() {
      return Math.max(own, question);
    }
  }

  private Generation(int number, Directory files) throws IOException {
    this.number = number;
    this.files = files;
    this.reader = DirectoryReader.open(files);
    this.about = reader.getIndexCommit().getUserData();
    this.layout = Layout.valueOf(about.getOrDefault("layout", Layout.GUIDANCE.name()));
    this.leaf = reader.leaves().getFirst().reader();
    this.searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    searcher.setQueryCache(null);
    int documents = leaf.maxDoc();
    entryOfDocument = new int[documents];
    List<Integer> own = new ArrayList<>();
    StoredFields stored = leaf.storedFields();
    NumericDocValues entries = leaf.getNumericDocValues(Fields.ENTRY);
    int from = 0;
    while (entries != null && entries.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      Arrays.fill(entryOfDocument, from, entries.docID() + 1, cards.size());
      own.add(entries.docID());
      from = entries.docID() + 1;
      var fields = stored.document(entries.docID());
      entryByHash.put(fields.get(Fields.HASH), cards.size());
      entryByTitle.putIfAbsent(Folding.fold(fields.get(Fields.TITLE_STORED)), cards.size());
      cards.add(
          new Card(
              fields.get(Fields.ID),
              fields.get(Fields.TITLE_STORED),
              JSON.readValue(fields.get(Fields.FACTS), new TypeReference<List<String>>() {})));
    }
    ownDocument = own.stream().mapToInt(Integer::intValue).toArray();
    words = new WordQuery(layout, leaf);
    vectors = new EntryVectors(leaf, searcher, ownDocument, entryOfDocument);
    extra = stored.document(documents - 1).getBinaryValue(Fields.EXTRA).bytes;
  }

  /**
   * Opens a generation.
   *
   * @throws UncheckedIOException if the directory holds no whole generation
   */
  static Generation open(int number, Path directory) {
    try {
      return new Generation(number, FSDirectory.open(directory));
    } catch (IOException | RuntimeException broken) {
      throw new UncheckedIOException(
          new IOException("Generation " + number + " cannot be opened", broken));
    }
  }

  /** Its number, from 1. */
  public int number() {
    return number;
  }

  /** How many entries there are. */
  public int size() {
    return cards.size();
  }

  /** Names and values that were kept with it. */
  public Map<String, String> about() {
    return about;
  }

  /** What applies to the whole generation, as it was given. */
  public byte[] extra() {
    return extra.clone();
  }

  /** The weight of meaning against words that suits its content, 0 to 1. */
  public double meaning() {
    return layout.meaning();
  }

  /** What is at hand of an entry. */
  public Card card(int entry) {
    return cards.get(entry);
  }

  /** The entry with this title, whatever the case, punctuation and spacing. */
  public Optional<Integer> titled(String title) {
    return Optional.ofNullable(entryByTitle.get(Folding.fold(title)));
  }

  /** Tells an entry's words and what it gives back from any others. */
  public String hash(int entry) {
    return storedField(entry, Fields.HASH) + Hash.of(stored(entry));
  }

  /** What an entry gives back, as JSON. */
  public String stored(int entry) {
    return storedField(entry, Fields.STORED);
  }

  private String storedField(int entry, String field) {
    try {
      return leaf.storedFields().document(ownDocument[entry]).get(field);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The entries that share most words with a question, best first, with their BM25 score. */
  public List<Hit> byWords(String question, int most) {
    try {
      Optional<Query> query = words.of(question);
      if (query.isEmpty()) {
        return List.of();
      }
      List<Hit> hits = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.get(), most).scoreDocs) {
        hits.add(new Hit(entryOfDocument[hit.doc], hit.score));
      }
      return hits;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * How near a vector comes to its nearest entries, and to some others.
   *
   * @param most how many of the nearest entries at least, if there are as many
   * @param others entries to compare in any case, by their place in the order of entries
   */
  public List<Near> nearest(float[] vector, int most, Collection<Integer> others) {
    try {
      return vectors.nearest(vector, most, others);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The vectors of the entry with a hash, if this generation has it and its model fits. */
  Optional<List<float[]>> vectors(String hash, String model) {
    Integer entry = entryByHash.get(hash);
    if (entry == null || !model.equals(about.get("model"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(vectors.of(entry));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Keeps the files open until {@link #release}; false if they are closed already. */
  public boolean retain() {
    return reader.tryIncRef();
  }

  /** Undoes one {@link #retain}. */
  public void release() {
    try {
      reader.decRef();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Closes the files once the last user has released them. */
  @Override
  public void close() {
    release();
    if (reader.getRefCount() == 0) {
      try {
        files.close();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
