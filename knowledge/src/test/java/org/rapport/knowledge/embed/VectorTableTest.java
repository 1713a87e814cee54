package org.rapport.knowledge.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VectorTableTest {
  private final Random random = new Random(1);

  @Test
  void everyRowIsComparedInItsOrder() {
    List<float[]> vectors = Stream.generate(this::vector).limit(1_001).toList();
    float[] one = vector();

    float[] cosines = VectorTable.of(vectors).cosines(one);

    assertThat(cosines).hasSize(vectors.size());
    for (int row = 0; row < cosines.length; row++) {
      assertThat(cosines[row]).isCloseTo(Vectors.cosine(one, vectors.get(row)), within(1e-5f));
    }
  }

  @Test
  void anEmptyTableHasNothingToCompare() {
    assertThat(VectorTable.of(List.of()).cosines(vector())).isEmpty();
  }

  private float[] vector() {
    float[] vector = new float[Embedder.DIMENSIONS];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Vectors.unit(vector);
  }
}
