package org.rapport.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbedderTest {
  private final Embedder embedder = new Embedder(2);

  @BeforeAll
  void warm() {
    embedder.embed("warm");
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Test
  void likeMeaningsAreNearAndUnlikeOnesFar() {
    float[] question = embedder.embed("Which social network should I join first?");
    float[] same = embedder.embed("linkedin or twitter, where do i start");
    float[] other = embedder.embed("How long do I bake bread?");

    assertThat(Vectors.cosine(question, same)).isGreaterThan(0.7f);
    assertThat(Vectors.cosine(question, other)).isLessThan(0.6f);
  }

  @Test
  void aTextHasTheSameVectorAloneAndAmongOthers() {
    float[] alone = embedder.embed("What can I post before an election?");
    List<float[]> many =
        embedder.embed(
            List.of("A short one", "What can I post before an election?", "And a longer one here"));

    assertThat(many.get(1)).containsExactly(alone);
  }

  @Test
  void everyVectorHasLengthOne() {
    for (String text : List.of("", "a", "\u0000\u202e", "x".repeat(5_000), "word ".repeat(2_000))) {
      float[] vector = embedder.embed(text);
      assertThat(vector).hasSize(Embedder.DIMENSIONS);
      assertThat(Vectors.cosine(vector, vector)).isCloseTo(1f, within(1e-4f));
    }
  }

  @Test
  void closingMarksCountForNothingHoweverMany() {
    assertThat(embedder.embed("Who may see this" + "? ".repeat(20_000)))
        .containsExactly(embedder.embed("Who may see this"));
  }

  @Test
  void vectorsSurviveBeingKept() {
    float[] vector = embedder.embed("kept");
    byte[] bytes = Vectors.bytes(vector);
    assertThat(Vectors.read(bytes, 0, bytes.length)).containsExactly(vector);
  }
}
