package org.rapport.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Vectors;

/** Which of two kinds a text is of, told by all texts of both together. */
class DivideTest {
  private static final List<float[]> ONE = List.of(vector(1, 0, 0), vector(1, 0.2, 0));
  private static final List<float[]> OTHER = List.of(vector(0, 0, 1), vector(0, 0.2, 1));

  @Test
  void whatIsLikeTheOneKindIsVotedForAndWhatIsLikeTheOtherAgainst() {
    float[] weights = Divide.learn(ONE, OTHER);

    assertThat(vote(weights, vector(1, 0.1, 0.2))).isPositive();
    assertThat(vote(weights, vector(0.2, 0.1, 1))).isNegative();
    assertThat(vote(weights, vector(1, 0, 0))).isGreaterThan(vote(weights, vector(1, 0, 0.8)));
  }

  @Test
  void ofEvenSidesNeitherWins() {
    float[] weights = Divide.learn(ONE, OTHER);

    assertThat(vote(weights, vector(1, 0, 1))).isBetween(-0.05, 0.05);
  }

  private static double vote(float[] weights, float[] vector) {
    List<float[]> texts = Stream.of(ONE, OTHER).flatMap(List::stream).toList();
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> Divide.vote(weights[i], Vectors.cosine(texts.get(i), vector)))
        .sum();
  }

  private static float[] vector(double x, double y, double z) {
    float[] vector = new float[Embedder.DIMENSIONS];
    vector[0] = (float) x;
    vector[1] = (float) y;
    vector[2] = (float) z;
    return Vectors.unit(vector);
  }
}
