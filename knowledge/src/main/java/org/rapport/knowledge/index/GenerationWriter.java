package org.rapport.knowledge.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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
      for (int i = 0; i < entries.size(); i++) {
        writer.addDocuments(documents(entries.get(i), i, layout));
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

  private List<Document> documents(Entry entry, int order, Layout layout) {
    List<Document> documents = new ArrayList<>();
    String hash = entry.hash();
    for (float[] vector : kept.apply(hash).orElseGet(() -> embed(entry))) {
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
    document.add(new StoredField(Fields.HASH, hash));
    document.add(new StoredField(Fields.STORED, entry.stored()));
    documents.add(document);
    return documents;
  }

  /** One vector for title and body, and one for each question. */
  private List<float[]> embed(Entry entry) {
    embedded++;
    List<String> texts = new ArrayList<>();
    boolean titled = !entry.title().isBlank();
    texts.add(titled ? entry.title() + ". " + entry.body() : entry.body());
    if (titled) {
      texts.add(entry.title());
    }
    texts.addAll(entry.questions());
    List<float[]> raw = embedder.embed(texts);
    List<float[]> vectors = new ArrayList<>();
    vectors.add(titled ? Vectors.unitSum(raw.get(0), raw.get(1)) : raw.get(0));
    vectors.addAll(raw.subList(titled ? 2 : 1, raw.size()));
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
