package org.rapport.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;

/** One immutable build of the index, open for searching by any number of threads. */
public final class Generation implements AutoCloseable {
  private static final int NONE = -1;

  private final int number;
  private final Path directory;
  private final Directory files;
  private final DirectoryReader reader;
  private final Layout layout;
  private final Map<String, String> about;
  private final List<Card> cards = new ArrayList<>();
  private final List<Integer> ownDocuments = new ArrayList<>();
  private final Map<String, Integer> entryByTitle = new HashMap<>();
  private final Map<String, Integer> entryByVectors = new HashMap<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final EntryVectors vectors;
  private final int[] entryOfDocument;
  private final byte[] extra;

  /** What is always at hand of an entry. */
  public record Card(String id, String title, List<String> facts) {}

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

  private Generation(int number, Path directory) throws IOException {
    this.number = number;
    this.directory = directory;
    this.files = FSDirectory.open(directory);
    this.reader = DirectoryReader.open(files);
    this.about = reader.getIndexCommit().getUserData();
    this.layout = Layout.valueOf(about.getOrDefault("layout", Layout.GUIDANCE.name()));
    this.entryOfDocument = new int[reader.maxDoc()];
    Arrays.fill(entryOfDocument, NONE);
    List<EntryVectors.Place> places = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      read(leaf, places);
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    this.vectors = new EntryVectors(searcher, places, entryOfDocument);
    int last =
        searcher.search(new TermQuery(new Term(Fields.KEY, Fields.EXTRA_KEY)), 1).scoreDocs[0].doc;
    this.extra = reader.storedFields().document(last).getBinaryValue(Fields.EXTRA).bytes;
  }

  private void read(LeafReaderContext leaf, List<EntryVectors.Place> places) throws IOException {
    LeafReader part = leaf.reader();
    Bits live = part.getLiveDocs();
    BinaryDocValues stored = part.getBinaryDocValues(Fields.CARD);
    NumericDocValues entries = part.getNumericDocValues(Fields.ENTRY);
    int vector = 0;
    while (entries != null && entries.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int count = Math.toIntExact(entries.longValue());
      if (live == null || live.get(entries.docID())) {
        int own = leaf.docBase + entries.docID();
        Arrays.fill(entryOfDocument, own - count, own + 1, cards.size());
        places.add(new EntryVectors.Place(leaf.ord, vector, count));
        ownDocuments.add(own);
        if (stored == null || !stored.advanceExact(entries.docID())) {
          throw new IOException("An entry was written by another version");
        }
        add(StoredCard.read(stored.binaryValue()));
      }
      vector += count;
    }
  }

  private void add(StoredCard stored) {
    Card card = stored.card();
    entryByTitle.putIfAbsent(Folding.fold(card.title()), cards.size());
    entryByVectors.put(stored.vectorsKey(), cards.size());
    hashes.put(card.id(), stored.hash());
    cards.add(card);
  }

  /**
   * Opens a generation.
   *
   * @throws UncheckedIOException if the directory holds no whole generation
   */
  static Generation open(int number, Path directory) {
    try {
      return new Generation(number, directory);
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

  /**
   * Tells the edition that it was built from; empty if it was built in another way than today's.
   */
  public String digest() {
    return isOfToday() ? about.getOrDefault("digest", "") : "";
  }

  private boolean isOfToday() {
    return Edition.FORMAT.equals(about.get("format")) && Embedder.MODEL.equals(about.get("model"));
  }

  /** What applies to the whole generation, as it was given. */
  public byte[] extra() {
    return extra.clone();
  }

  /** What is at hand of an entry. */
  public Card card(int entry) {
    return cards.get(entry);
  }

  /** The entry with this title, whatever the case, punctuation and spacing. */
  public Optional<Integer> titled(String title) {
    return Optional.ofNullable(entryByTitle.get(Folding.fold(title)));
  }

  /** The hash of each entry, by its id. */
  public Map<String, String> hashes() {
    return Collections.unmodifiableMap(hashes);
  }

  /** What an entry gives back, as JSON. */
  public String stored(int entry) {
    try {
      return reader.storedFields().document(ownDocuments.get(entry)).get(Fields.STORED);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * How near a vector comes to its nearest entries, and to some others.
   *
   * @param most how many of the nearest vectors are looked for, where they are too many to compare
   * @param others entries to compare in any case, by their place in the order of entries
   */
  public List<Near> nearest(float[] vector, int most, Collection<Integer> others) {
    try {
      return vectors.nearest(vector, most, others);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The vectors of its entries; keeps none, as it never changes. */
  public KnownVectors vectors() {
    return keys -> {
      Map<String, List<float[]>> found = new HashMap<>();
      if (Embedder.MODEL.equals(about.get("model"))) {
        keys.forEach(key -> vectorsOf(key).ifPresent(known -> found.put(key, known)));
      }
      return found;
    };
  }

  private Optional<List<float[]>> vectorsOf(String key) {
    return Optional.ofNullable(entryByVectors.get(key)).map(this::vectorsOf);
  }

  /** The vectors of an entry: its own, then one for each question. */
  public List<float[]> vectorsOf(int entry) {
    try {
      return vectors.of(entry);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Where its files are. */
  Path directory() {
    return directory;
  }

  /** How it is searched. */
  Layout layout() {
    return layout;
  }

  /** Whether another generation may be built on its files; a small one is quick to write anew. */
  boolean canGrow() {
    return !vectors.areFew() && isOfToday();
  }

  /** The Lucene index. */
  IndexReader reader() {
    return reader;
  }

  /** The entry that a Lucene document belongs to. */
  int entryOf(int document) {
    return entryOfDocument[document];
  }

  /** How many entries were ever written to its files, those that are gone included. */
  int writtenEntries() {
    return Math.toIntExact((long) cards.size() * reader.maxDoc() / Math.max(1, reader.numDocs()));
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
