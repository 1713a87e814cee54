package org.rapport.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids as BERT's own uncased vocabulary has them: [CLS] is 101, [SEP] 102, [UNK] 100. */
class WordPieceTest {
  private WordPiece tokenizer;

  @BeforeEach
  void read() throws IOException {
    try (InputStream json =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/" + Embedder.MODEL + "-tokenizer.json"))) {
      tokenizer = WordPiece.read(json);
    }
  }

  @Test
  void wordsBecomeTheirIdsBetweenTheMarks() {
    assertThat(tokenizer.ids("hello world", 512)).containsExactly(101, 7592, 2088, 102);
  }

  @Test
  void caseAndAccentsDoNotCount() {
    assertThat(tokenizer.ids("H\u00c9LLO W\u00f6rld", 512))
        .containsExactly(tokenizer.ids("hello world", 512));
  }

  @Test
  void punctuationStandsAlone() {
    assertThat(tokenizer.ids("hello,world!", 512)).containsExactly(101, 7592, 1010, 2088, 999, 102);
  }

  @Test
  void anUnknownWordIsSplitIntoPieces() {
    assertThat(tokenizer.ids("unaffable", 512)).containsExactly(101, 14477, 20961, 3468, 102);
  }

  @Test
  void whatHasNoPieceIsUnknown() {
    assertThat(tokenizer.ids("\ud83d\ude00", 512)).containsExactly(101, 100, 102);
  }

  @Test
  void aLongTextIsCutAndStillEnds() {
    long[] ids = tokenizer.ids("word ".repeat(1_000), 512);
    assertThat(ids).hasSize(512);
    assertThat(ids[511]).isEqualTo(102);
  }
}
