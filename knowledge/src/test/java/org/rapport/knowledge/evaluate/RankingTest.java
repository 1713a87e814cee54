package org.rapport.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1);

  @Test
  void theBestOrderHasAnNdcgOfOne() {
    assertThat(Ranking.ndcg(List.of("a", "b", "c", "x"), GRADES, 10)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aWorseOrderLosesWhatTheFormulaSays() {
    // (2 + 3 / log2(3)) / (3 + 2 / log2(3) + 1 / log2(4))
    assertThat(Ranking.ndcg(List.of("b", "a"), GRADES, 10))
        .isCloseTo((2 + 3 / 1.5849625) / (3 + 2 / 1.5849625 + 0.5), within(1e-6));
  }

  @Test
  void whatIsBelowTheDepthDoesNotCount() {
    List<String> ranked = List.of("x", "y", "a");
    assertThat(Ranking.reciprocalRank(ranked, GRADES, 2)).isZero();
    assertThat(Ranking.reciprocalRank(ranked, GRADES, 3)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(Ranking.precision(ranked, GRADES, 5)).isCloseTo(0.2, within(1e-9));
    assertThat(Ranking.recall(ranked, GRADES, 5)).isCloseTo(1 / 3.0, within(1e-9));
  }
}
