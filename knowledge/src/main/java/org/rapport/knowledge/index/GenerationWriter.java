package org.rapport.knowledge.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Vectors;

/** Writes one generation into an empty directory. */
final class GenerationWriter {
  /** Up to this many vectors are compared one by one, which is exact; more get a graph. */
  private static final int MOST_VECTORS_WITHOUT_GRAPH = 350_000;

  /** How many entries are embedded together. */
  private static final int BATCH = 64;

  /** In chars. The whole body finds nothing more on the golden questions, and takes far longer. */
  private static final int OPENING = 400;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Embedder embedder;
  private final Function<String, Optional<List<float[]>>> kept;
  private int embedded;

  /**
   * @param kept the vectors of an entry of an earlier generation, by the entry's hash
   */
  GenerationWriter(Embedder embedder, Function<String, Optional<List<float[]>>> kept) {
    this.embedder = embedder;
    this.kept = kept;
  }

  /**
   * Writes and commits.
   *
   * @param extra what applies to the whole generation, given back as it is
   * @param about names and values that are kept with the commit
   * @return how many entries had to be embedded
   */
  int write(Path directory, List<Entry> entries, byte[] extra, Map<String, String> about)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Fields.ANALYZER).setCodec(codec());
    config.setRAMBufferSizeMB(128);
    Layout layout = Layout.of(entries);
    try (Directory files = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(files, config)) {
      for (int from = 0; from < entries.size(); from += BATCH) {
        List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
        List<List<float[]>> vectors = vectors(batch);
        for (int i = 0; i < batch.size(); i++) {
          writer.addDocuments(documents(batch.get(i), from + i, vectors.get(i), layout));
        }
      }
      Document last = new Document();
      last.add(new StoredField(Fields.EXTRA, extra));
      writer.addDocument(last);
      writer.forceMerge(1);
      Map<String, String> commit = new HashMap<>(about);
      commit.put("layout", layout.name());
      commit.put("model", Embedder.MODEL);
      writer.setLiveCommitData(commit.entrySet());
      writer.commit();
    }
    return embedded;
  }

  private static List<Document> documents(
      Entry entry, int order, List<float[]> vectors, Layout layout) {
    List<Document> documents = new ArrayList<>();
    for (float[] vector : vectors) {
      Document child = new Document();
      child.add(
          new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
      documents.add(child);
    }
    Document document = new Document();
    if (layout == Layout.ARTICLES) {
      document.add(text(Fields.BODY, entry.title() + "\n" + entry.body()));
    } else {
      document.add(text(Fields.TITLE, entry.title()));
      entry.questions().forEach(question -> document.add(text(Fields.QUESTIONS, question)));
      document.add(text(Fields.BODY, entry.body()));
    }
    document.add(new NumericDocValuesField(Fields.ENTRY, order));
    document.add(new StoredField(Fields.ID, entry.id()));
    document.add(new StoredField(Fields.TITLE_STORED, entry.title()));
    document.add(new StoredField(Fields.FACTS, json(entry.facts())));
    document.add(new StoredField(Fields.HASH, entry.hash()));
    document.add(new StoredField(Fields.STORED, entry.stored()));
    documents.add(document);
    return documents;
  }

  /** The vectors of each entry; what is not kept is embedded in one go, so that no thread idles. */
  private List<List<float[]>> vectors(List<Entry> entries) {
    List<Optional<List<float[]>>> before =
        entries.stream().map(entry -> kept.apply(entry.hash())).toList();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (before.get(i).isEmpty()) {
        embedded++;
        missing.addAll(texts(entries.get(i)));
      }
    }
    Iterator<float[]> raw = embedder.embed(missing).iterator();
    List<List<float[]>> vectors = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      vectors.add(before.get(i).orElseGet(() -> vectors(entry, raw)));
    }
    return vectors;
  }

  /** What is embedded of an entry: title and body, the title, and each question. */
  private static List<String> texts(Entry entry) {
    List<String> texts = new ArrayList<>();
    if (entry.title().isBlank()) {
      texts.add(entry.body());
    } else {
      texts.add(entry.title() + ". " + opening(entry));
      texts.add(entry.title());
    }
    texts.addAll(entry.questions());
    return texts;
  }

  /** The body; of one whose questions say what it answers, what fits the short answer is enough. */
  private static String opening(Entry entry) {
    boolean isLong = !entry.questions().isEmpty() && entry.body().length() > OPENING;
    return isLong ? entry.body().substring(0, OPENING) : entry.body();
  }

  /** One vector for title and body, and one for each question. */
  private static List<float[]> vectors(Entry entry, Iterator<float[]> raw) {
    List<float[]> vectors = new ArrayList<>();
    float[] whole = raw.next();
    vectors.add(entry.title().isBlank() ? whole : Vectors.unitSum(whole, raw.next()));
    entry.questions().forEach(question -> vectors.add(raw.next()));
    return vectors;
  }

  private static Field text(String name, String words) {
    return new TextField(name, words, Field.Store.NO);
  }

  private static String json(List<String> list) {
    try {
      return JSON.writeValueAsString(list);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Lucene104Codec codec() {
    KnnVectorsFormat vectors =
        new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            1,
            null,
            MOST_VECTORS_WITHOUT_GRAPH);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
      }
    };
  }
}
