package org.rapport.knowledge.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.embed.Embedder;
import org.rapport.knowledge.embed.Vectors;

/** Which of two kinds a text is of, told by all texts of both together. */
class KernelRidgeTest {
  private static final List<float[]> TEXTS =
      List.of(
          vector(1, 0, 0), vector(1, 0.2, 0), vector(0, 1, 0), vector(0, 0, 1), vector(0, 0.2, 1));
  private static final int[] KINDS = {1, 1, 0, -1, -1};

  private final float[] weights = new KernelRidge(TEXTS).weights(KINDS);

  @Test
  void whatIsLikeTheOneKindIsVotedForAndWhatIsLikeTheOtherAgainst() {
    assertThat(vote(vector(1, 0.1, 0.2))).isPositive();
    assertThat(vote(vector(0.2, 0.1, 1))).isNegative();
    assertThat(vote(vector(1, 0, 0))).isGreaterThan(vote(vector(1, 0, 0.8)));
  }

  @Test
  void ofEvenSidesNeitherWins() {
    assertThat(vote(vector(1, 0, 1))).isBetween(-0.05, 0.05);
  }

  @Test
  void whatIsOfNeitherKindHasNoSay() {
    assertThat(weights[2]).isZero();
  }

  @Test
  void aKindThatDiffersFromTheOtherByTheCompanyItKeepsWeighsAsMuchThoughItHasFewerTexts() {
    List<float[]> many =
        Stream.concat(Stream.generate(() -> vector(1, 0, 0)).limit(50), Stream.of(vector(0, 0, 1)))
            .toList();
    float[] uneven =
        new KernelRidge(many).weights(IntStream.range(0, 51).map(i -> i < 50 ? 1 : -1).toArray());

    assertThat(
            IntStream.range(0, 51)
                .mapToDouble(
                    i -> KernelRidge.vote(uneven[i], Vectors.cosine(many.get(i), vector(0, 0, 1))))
                .sum())
        .isLessThan(-0.8);
  }

  @Test
  void ofNoTextsNothingIsLearned() {
    assertThat(new KernelRidge(List.of()).weights(new int[0])).isEmpty();
  }

  private double vote(float[] vector) {
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> KernelRidge.vote(weights[i], Vectors.cosine(TEXTS.get(i), vector)))
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
