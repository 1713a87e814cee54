package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.rapport.knowledge.embed.VectorTable;
import org.rapport.knowledge.embed.Vectors;

/**
 * The vectors of a generation's entries. Few are held in memory and all compared, which is exact
 * and quicker; of many, Lucene's graph finds the nearest.
 */
final class EntryVectors {
  /** 31 MB. With more, comparing all takes longer than the graph does: about 0.1 ms a thousand. */
  private static final int MOST_IN_MEMORY = 20_000;

  private final IndexSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final List<Place> places;
  private final int[] entryOfDocument;
  // Row of each entry's first vector in the table.
  private final int[] firstRow;
  private final Optional<VectorTable> table;

  /**
   * Where an entry's vectors are.
   *
   * @param leaf which part of the index
   * @param first place of the first among the part's vectors
   * @param count how many they are
   */
  record Place(int leaf, int first, int count) {}

  /** Compares a vector with another of an entry. */
  private interface Comparison {
    double cosine(int entry, int which) throws IOException;
  }

  /**
   * @param places for every entry
   * @param entryOfDocument for every Lucene document the entry it belongs to
   */
  EntryVectors(IndexSearcher searcher, List<Place> places, int[] entryOfDocument)
      throws IOException {
    this.searcher = searcher;
    this.leaves = searcher.getIndexReader().leaves();
    this.places = List.copyOf(places);
    this.entryOfDocument = entryOfDocument;
    this.firstRow = new int[places.size()];
    int rows = 0;
    for (int entry = 0; entry < firstRow.length; entry++) {
      firstRow[entry] = rows;
      rows += places.get(entry).count();
    }
    this.table = rows <= MOST_IN_MEMORY ? Optional.of(VectorTable.of(all())) : Optional.empty();
  }

  /** Whether they are few enough for an exact comparison. */
  boolean areFew() {
    return table.isPresent();
  }

  /**
   * How near a vector comes to the entries that have one of the {@code vectors} nearest to it, or
   * to all entries if they are few, and to some others.
   */
  List<Generation.Near> nearest(float[] vector, int vectors, Collection<Integer> others)
      throws IOException {
    if (table.isPresent()) {
      float[] cosines = table.get().cosines(vector);
      return near(
          IntStream.range(0, places.size()).boxed().toList(),
          (entry, which) -> cosines[firstRow[entry] + which]);
    }
    Set<Integer> entries = new LinkedHashSet<>(others);
    entries.addAll(byGraph(vector, vectors));
    List<FloatVectorValues> values = values();
    return near(
        entries,
        (entry, which) -> {
          Place place = places.get(entry);
          return Vectors.cosine(
              vector, values.get(place.leaf()).vectorValue(place.first() + which));
        });
  }

  private List<Generation.Near> near(Collection<Integer> entries, Comparison comparison)
      throws IOException {
    List<Generation.Near> near = new ArrayList<>(entries.size());
    for (int entry : entries) {
      near.add(near(entry, comparison));
    }
    return near;
  }

  /** The vectors of an entry: its own, then one for each question. */
  List<float[]> of(int entry) throws IOException {
    Place place = places.get(entry);
    FloatVectorValues values = values(leaves.get(place.leaf()));
    List<float[]> vectors = new ArrayList<>();
    for (int which = 0; which < place.count(); which++) {
      vectors.add(values.vectorValue(place.first() + which).clone());
    }
    return vectors;
  }

  private List<float[]> all() throws IOException {
    List<float[]> all = new ArrayList<>();
    for (int entry = 0; entry < places.size(); entry++) {
      all.addAll(of(entry));
    }
    return all;
  }

  /** The vectors of each part; not to be shared between threads. */
  private List<FloatVectorValues> values() throws IOException {
    List<FloatVectorValues> values = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      values.add(values(leaf));
    }
    return values;
  }

  private static FloatVectorValues values(LeafReaderContext leaf) throws IOException {
    FloatVectorValues values = leaf.reader().getFloatVectorValues(Fields.VECTOR);
    return values == null ? FloatVectorValues.fromFloats(List.of(), 1) : values;
  }

  /** The entries of so many of the nearest vectors; the time grows with their number. */
  private List<Integer> byGraph(float[] vector, int vectors) throws IOException {
    var found = searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, vector, vectors), vectors);
    return Stream.of(found.scoreDocs).map(hit -> entryOfDocument[hit.doc]).distinct().toList();
  }

  private Generation.Near near(int entry, Comparison comparison) throws IOException {
    int vectors = places.get(entry).count();
    double own = comparison.cosine(entry, 0);
    double best = -1;
    double second = -1;
    for (int which = 1; which < vectors; which++) {
      double cosine = comparison.cosine(entry, which);
      second = Math.max(second, Math.min(best, cosine));
      best = Math.max(best, cosine);
    }
    return new Generation.Near(entry, own, best, second);
  }
}
