package org.rapport.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.evaluate.Reliability.Said;

/** The expected calibration error of what was said with some confidence. */
class ReliabilityTest {

  @Test
  void confidenceThatComesTrueHasNoError() {
    assertThat(Reliability.of(said(1.0, 50, 50)).error()).isZero();
  }

  @Test
  void confidenceThatIsTooHighErrsByTheDifference() {
    Reliability reliability = Reliability.of(said(0.9, 100, 0));

    assertThat(reliability.error()).isCloseTo(0.9, within(1e-9));
    assertThat(reliability.bins()).hasSize(10).allMatch(bin -> bin.questions() == 10);
  }

  @Test
  void tenthsAreWeighedByTheirQuestions() {
    List<Said> said = said(0.0, 15, 0);
    said.addAll(said(1.0, 5, 0));

    assertThat(Reliability.of(said).error()).isCloseTo(0.25, within(1e-9));
  }

  private static List<Said> said(double confidence, int questions, int right) {
    List<Said> said = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      said.add(new Said(confidence, i < right));
    }
    return said;
  }
}
