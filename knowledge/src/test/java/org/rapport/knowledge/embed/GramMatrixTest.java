package org.rapport.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GramMatrixTest {
  private final Random random = new Random(1);

  @Test
  void everyVectorIsComparedWithEvery() {
    List<float[]> vectors = Stream.generate(this::vector).limit(101).toList();

    float[][] cosines = GramMatrix.of(vectors);

    for (int i = 0; i < vectors.size(); i++) {
      for (int j = 0; j < vectors.size(); j++) {
        float cosine = Vectors.cosine(vectors.get(i), vectors.get(j));
        assertThat(cosines[i][j]).isCloseTo(cosine, within(1e-5f));
      }
    }
  }

  @Test
  void nothingIsComparedWithNothing() {
    assertThat(GramMatrix.of(List.of())).isEmpty();
  }

  private float[] vector() {
    float[] vector = new float[Embedder.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.unit(vector);
  }
}
