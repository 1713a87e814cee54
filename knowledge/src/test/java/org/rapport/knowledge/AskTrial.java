package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.rapport.knowledge.evaluate.GoldenQuestion;

/** One question of any words, put to the shipped guidance; it must end in a whole answer. */
final class AskTrial {
  private AskTrial() {}

  /** Real questions, one in so many of each golden set. */
  static List<String> questions(int oneIn) {
    return List.of("questions", "situations", "held-out").stream()
        .map(AskTrial::golden)
        .flatMap(set ->
            IntStream.range(0, set.size())
                .filter(i -> i % oneIn == 0)
                .mapToObj(i -> set.get(i).words()))
        .toList();
  }

  private static List<GoldenQuestion> golden(String name) {
    try {
      return GoldenQuestion.read(
          Path.of(
              Objects.requireNonNull(
                      AskTrial.class.getResource("/content/golden/" + name + ".jsonl"))
                  .toURI()));
    } catch (URISyntaxException never) {
      throw new IllegalStateException(never);
    }
  }

  static void of(String words) {
    Knowledge knowledge = ShippedGuidance.knowledge();
    check(Work.bounded(() -> knowledge.ask(new Question(words))));
  }

  private static void check(Answer answer) {
    assertThat(answer.confidence()).isBetween(0.0, 1.0);
    assertThat(answer.passages())
        .hasSizeLessThanOrEqualTo(10)
        .allSatisfy(passage -> assertThat(passage.score()).isFinite());
    switch (answer) {
      case Answer.Found found -> {
        assertThat(found.passages()).isNotEmpty();
        assertThat(List.of(found.section(), found.title(), found.shortAnswer()))
            .noneMatch(String::isBlank);
        assertThat(found.citations()).hasSizeBetween(1, 3);
        assertThat(found.related()).hasSizeLessThanOrEqualTo(3);
      }
      case Answer.Unsure unsure -> assertThat(unsure.closest()).hasSizeLessThanOrEqualTo(3);
      case Answer.OutOfScope beyond -> assertThat(beyond.say()).isNotBlank();
      case Answer.Urgent urgent -> assertThat(urgent.signposts()).isNotEmpty();
    }
  }
}
