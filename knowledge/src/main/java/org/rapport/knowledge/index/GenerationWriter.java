package org.rapport.knowledge.index;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Embedding;
import org.rapport.knowledge.embed.Progress;

/** Writes one generation into an empty directory. */
final class GenerationWriter {
  /** Lucene makes a graph of n vectors once n / ln(n) is over this: from about 12,000. */
  private static final int GRAPH_THRESHOLD = 1_277;

  /** How many entries are embedded together. */
  private static final int BATCH = 64;

  /** A large index grows by segments; those over half of this are not merged again. */
  private static final double LARGEST_MERGED_MEGABYTES = 32;

  /** With more than this share of its entries changed, a large index is written anew. */
  private static final double MOST_CHANGED = 0.2;

  private final Embedding embedding;
  private final Progress progress;

  GenerationWriter(Embedding embedding, Progress progress) {
    this.embedding = embedding;
    this.progress = progress;
  }

  /**
   * Writes and commits.
   *
   * @param extra what applies to the whole generation, given back as it is
   * @param before a generation whose files may be built on
   */
  void write(
      Path directory, Edition edition, byte[] extra, Layout layout, Optional<Generation> before)
      throws IOException {
    Optional<Generation> base = before.filter(generation -> canGrow(generation, edition, layout));
    if (base.isPresent()) {
      link(base.get().directory(), directory);
    }
    try (Directory files = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(files, config(base.isPresent()))) {
      Map<String, String> kept = base.map(Generation::hashes).orElse(Map.of());
      Set<String> gone = new HashSet<>(kept.keySet());
      List<Entry> fresh = new ArrayList<>();
      for (int i = 0; i < edition.entries().size(); i++) {
        Entry entry = edition.entries().get(i);
        if (edition.hashes().get(i).equals(kept.get(entry.id()))) {
          gone.remove(entry.id());
        } else {
          fresh.add(entry);
        }
      }
      for (String id : gone) {
        writer.deleteDocuments(new Term(Fields.KEY, id));
      }
      add(fresh, layout, writer);
      if (base.isEmpty() || !Arrays.equals(base.get().extra(), extra)) {
        Document last = new Document();
        last.add(new StringField(Fields.KEY, Fields.EXTRA_KEY, Field.Store.NO));
        last.add(new StoredField(Fields.EXTRA, extra));
        addNoWords(last, layout);
        writer.updateDocument(new Term(Fields.KEY, Fields.EXTRA_KEY), last);
      }
      if (base.isEmpty()) {
        writer.forceMerge(1);
      }
      writer.setLiveCommitData(
          Map.of(
                  "format",
                  Edition.FORMAT,
                  "layout",
                  layout.name(),
                  "model",
                  Embedder.MODEL,
                  "digest",
                  edition.digest())
              .entrySet());
      writer.commit();
    }
  }

  private void add(List<Entry> entries, Layout layout, IndexWriter writer) throws IOException {
    for (int from = 0; from < entries.size(); from += BATCH) {
      progress.at(from, entries.size());
      List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
      List<List<float[]>> vectors = embedding.of(batch.stream().map(Entry::texts).toList());
      for (int i = 0; i < batch.size(); i++) {
        writer.addDocuments(documents(batch.get(i), vectors.get(i), layout));
      }
    }
    progress.at(entries.size(), entries.size());
  }

  /** Whether it pays to build on the files of a generation: it is large, and little changes. */
  private static boolean canGrow(Generation before, Edition edition, Layout layout) {
    if (!before.canGrow() || before.layout() != layout) {
      return false;
    }
    Set<String> hashes = new HashSet<>(before.hashes().values());
    long same = edition.hashes().stream().filter(hashes::contains).count();
    return same >= (1 - MOST_CHANGED) * Math.max(edition.hashes().size(), before.writtenEntries());
  }

  /** The files of an index are never changed once written, so that two indexes may share them. */
  private static void link(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals(IndexWriter.WRITE_LOCK_NAME)) {
          linkOrCopy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void linkOrCopy(Path file, Path link) throws IOException {
    try {
      Files.createLink(link, file);
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      Files.copy(file, link);
    }
  }

  private static IndexWriterConfig config(boolean grows) {
    IndexWriterConfig config = new IndexWriterConfig(Fields.ANALYZER).setCodec(codec());
    config.setRAMBufferSizeMB(128);
    config.setMergeScheduler(new SerialMergeScheduler());
    if (grows) {
      TieredMergePolicy merges = new TieredMergePolicy();
      merges.setMaxMergedSegmentMB(LARGEST_MERGED_MEGABYTES);
      merges.setDeletesPctAllowed(50);
      config.setMergePolicy(merges);
    }
    return config;
  }

  private static List<Document> documents(Entry entry, List<float[]> vectors, Layout layout)
      throws IOException {
    List<Document> documents = new ArrayList<>();
    for (float[] vector : vectors) {
      Document child = new Document();
      child.add(
          new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
      addNoWords(child, layout);
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
    document.add(new NumericDocValuesField(Fields.ENTRY, vectors.size()));
    document.add(new BinaryDocValuesField(Fields.CARD, StoredCard.of(entry).bytes()));
    document.add(new StoredField(Fields.STORED, entry.stored()));
    documents.add(document);
    documents.forEach(each -> each.add(new StringField(Fields.KEY, entry.id(), Field.Store.NO)));
    return documents;
  }

  /**
   * The fields that an entry has, empty: Lucene finds the length of a field at once where every
   * document has one, and goes through a list of thousands where few have.
   */
  private static void addNoWords(Document document, Layout layout) {
    layout.boosts().keySet().forEach(field -> document.add(text(field, "")));
  }

  private static Field text(String name, String words) {
    return new TextField(name, words, Field.Store.NO);
  }

  private static Lucene104Codec codec() {
    KnnVectorsFormat vectors =
        new Lucene99HnswVectorsFormat(
            Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
            Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
            1,
            null,
            GRAPH_THRESHOLD);
    return new Lucene104Codec() {
      @Override
      public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
      }
    };
  }
}
