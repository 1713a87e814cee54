package org.rapport.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.rapport.knowledge.embed.VectorTable;
import org.rapport.knowledge.embed.Vectors;

/**
 * The vectors of a generation's entries. Few are held in memory and all compared, which is exact
 * and quicker; of many, Lucene's graph finds the nearest.
 */
final class EntryVectors {
  /** 30 MB. */
  private static final int MOST_IN_MEMORY = 20_000;

  /** An entry has up to seven vectors, and several of them may be among the nearest. */
  private static final int VECTORS_PER_ENTRY = 4;

  private final LeafReader leaf;
  private final IndexSearcher searcher;
  // For every entry: the place of its first vector among all vectors; and one more, for the end.
  private final int[] first;
  private final int[] entryOfDocument;
  private final Optional<VectorTable> table;

  /** Compares a vector with the one at a place. */
  private interface Comparison {
    double cosine(int place) throws IOException;
  }

  /**
   * @param ownDocument for every entry its Lucene document; its vectors are those of the documents
   *     before
   * @param entryOfDocument for every Lucene document the entry it belongs to
   */
  EntryVectors(LeafReader leaf, IndexSearcher searcher, int[] ownDocument, int[] entryOfDocument)
      throws IOException {
    this.leaf = leaf;
    this.searcher = searcher;
    this.entryOfDocument = entryOfDocument;
    this.first = new int[ownDocument.length + 1];
    FloatVectorValues values = leaf.getFloatVectorValues(Fields.VECTOR);
    int vectors = values == null ? 0 : values.size();
    Arrays.fill(first, vectors);
    List<float[]> inMemory = new ArrayList<>();
    if (values != null) {
      var each = values.iterator();
      for (int entry = -1; each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; ) {
        while (entry < entryOfDocument[each.docID()]) {
          first[++entry] = each.index();
        }
        if (vectors <= MOST_IN_MEMORY) {
          inMemory.add(values.vectorValue(each.index()).clone());
        }
      }
    }
    this.table =
        vectors <= MOST_IN_MEMORY ? Optional.of(VectorTable.of(inMemory)) : Optional.empty();
  }

  /**
   * How near a vector comes to at least {@code most} of its nearest entries, and to some others.
   */
  List<Generation.Near> nearest(float[] vector, int most, Collection<Integer> others)
      throws IOException {
    Set<Integer> entries = new LinkedHashSet<>(others);
    Comparison comparison;
    if (table.isPresent()) {
      VectorTable all = table.get();
      IntStream.range(0, first.length - 1).forEach(entries::add);
      comparison = place -> all.cosine(vector, place);
    } else {
      FloatVectorValues values = leaf.getFloatVectorValues(Fields.VECTOR);
      entries.addAll(byGraph(vector, most));
      comparison = place -> Vectors.cosine(vector, values.vectorValue(place));
    }
    List<Generation.Near> near = new ArrayList<>(entries.size());
    for (int entry : entries) {
      near.add(near(entry, comparison));
    }
    return near;
  }

  /** The vectors of an entry: its own, then one for each question. */
  List<float[]> of(int entry) throws IOException {
    FloatVectorValues values = leaf.getFloatVectorValues(Fields.VECTOR);
    List<float[]> vectors = new ArrayList<>();
    for (int place = first[entry]; place < first[entry + 1]; place++) {
      vectors.add(values.vectorValue(place).clone());
    }
    return vectors;
  }

  private List<Integer> byGraph(float[] vector, int most) throws IOException {
    int vectors = most * VECTORS_PER_ENTRY;
    var found = searcher.search(new KnnFloatVectorQuery(Fields.VECTOR, vector, vectors), vectors);
    return Stream.of(found.scoreDocs)
        .map(hit -> entryOfDocument[hit.doc])
        .distinct()
        .limit(most)
        .toList();
  }

  private Generation.Near near(int entry, Comparison comparison) throws IOException {
    double own = comparison.cosine(first[entry]);
    double best = -1;
    double second = -1;
    for (int place = first[entry] + 1; place < first[entry + 1]; place++) {
      double cosine = comparison.cosine(place);
      second = Math.max(second, Math.min(best, cosine));
      best = Math.max(best, cosine);
    }
    return new Generation.Near(entry, own, best, second);
  }
}
