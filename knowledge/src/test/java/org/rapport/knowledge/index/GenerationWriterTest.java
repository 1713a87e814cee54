package org.rapport.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;

/** What the files of a generation hold, where the time of a question depends on it. */
class GenerationWriterTest {
  @TempDir Path folder;

  @Test
  void everyDocumentHasALengthInEveryFieldThatIsSearched() throws IOException {
    try (Generation generation = generation()) {
      IndexReader reader = generation.reader();
      for (LeafReaderContext leaf : reader.leaves()) {
        for (String field : generation.layout().boosts().keySet()) {
          assertThat(count(leaf.reader().getNormValues(field)))
              .as(field)
              .isEqualTo(leaf.reader().maxDoc());
        }
      }
    }
  }

  @Test
  void aDocumentWithoutWordsDoesNotCountInTheirStatistics() throws IOException {
    try (Generation generation = generation()) {
      IndexReader reader = generation.reader();

      assertThat(reader.maxDoc()).isGreaterThan(2);
      assertThat(reader.getDocCount(Fields.TITLE)).isEqualTo(2);
      assertThat(reader.getDocCount(Fields.BODY)).isEqualTo(2);
    }
  }

  private Generation generation() {
    List<Entry> entries =
        IntStream.of(1, 2)
            .mapToObj(i ->
                new Entry(
                    "id-" + i,
                    "",
                    "Title " + i,
                    List.of("How is it done?", "Who does it?"),
                    "It is done like this.",
                    List.of(),
                    "{}"))
            .toList();
    Generations generations = new Generations(folder, "");
    try (Embedder embedder = new Embedder(1);
        Generations.Changing change = generations.change()) {
      return change
          .build(
              1,
              new Edition(entries, ""),
              Layout.GUIDANCE,
              embedding -> new byte[0],
              embedder,
              KnownVectors.NONE,
              Optional.empty(),
              Progress.UNHEARD)
          .generation();
    }
  }

  private static int count(NumericDocValues values) throws IOException {
    int count = 0;
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      count++;
    }
    return count;
  }
}
