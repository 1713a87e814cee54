package org.rapport.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** In a large index a question's frequent words propose nothing, so that its time is bounded. */
class WordQueryTest {
  @Test
  void aLargeIndexLetsTheRarestWordsPropose() throws IOException {
    WordQuery.Words words = words(60_000, "common rare");

    assertThat(words.all().toString()).contains("body:common", "body:rare");
    assertThat(words.proposing().toString()).contains("body:rare").doesNotContain("common");
  }

  @Test
  void aMisspeltFrequentWordIsFrequent() throws IOException {
    assertThat(words(60_000, "comon rare").proposing().toString()).doesNotContain("common");
  }

  @Test
  void aQuestionOfFrequentWordsAloneIsProposedForByOne() throws IOException {
    assertThat(words(60_000, "common usual").proposing().toString())
        .contains("common")
        .doesNotContain("usual");
  }

  @Test
  void allWordsProposeInAnIndexThatIsNotLarge() throws IOException {
    WordQuery.Words words = words(600, "common rare");

    assertThat(words.proposing()).isEqualTo(words.all());
  }

  /** Words of a question to an index where all documents share two words and a few have a third. */
  private static WordQuery.Words words(int documents, String question) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(Fields.ANALYZER))) {
        for (int i = 0; i < documents; i++) {
          Document document = new Document();
          String body = i % 100 == 0 ? "common usual rare" : "common usual";
          document.add(new TextField(Fields.BODY, body, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return new WordQuery(Layout.ARTICLES, reader).of(question, question).orElseThrow();
      }
    }
  }
}
