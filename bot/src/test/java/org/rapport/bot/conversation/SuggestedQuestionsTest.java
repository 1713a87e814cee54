package org.rapport.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.ShippedIndex;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Question;

class SuggestedQuestionsTest {
  @TempDir private static Path shipped;

  @Test
  void everyOneIsATitleOfTheGuidance() {
    try (Knowledge knowledge = ShippedIndex.open(shipped)) {
      List<String> all =
          Stream.concat(
                  Stream.of(Stage.values()).flatMap(it -> SuggestedQuestions.of(it).stream()),
                  Stream.of(Position.values()).flatMap(it -> SuggestedQuestions.of(it).stream()))
              .toList();
      assertThat(all).hasSizeGreaterThan(Position.values().length);
      for (String question : all) {
        Answer answer = knowledge.ask(new Question(question));
        assertThat(answer).as(question).isInstanceOf(Answer.Found.class);
        assertThat(((Answer.Found) answer).title()).isEqualTo(question);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void thereAreSomeForEachStage(Stage stage) {
    assertThat(SuggestedQuestions.of(stage)).hasSizeGreaterThanOrEqualTo(3).doesNotContain("");
  }

  @ParameterizedTest
  @EnumSource
  void whoSaidTheirPositionIsOfferedWhatFitsItAfterTheirNextStep(Position position) {
    assertThat(SuggestedQuestions.fit(of(Optional.of(position))))
        .hasSize(4)
        .startsWith(
            SuggestedQuestions.of(Stage.NOT_YET).getFirst(),
            SuggestedQuestions.of(position).orElseThrow());
  }

  @Test
  void whoDidNotIsOfferedWhatFitsTheirStage() {
    assertThat(SuggestedQuestions.fit(of(Optional.empty())))
        .isEqualTo(SuggestedQuestions.of(Stage.NOT_YET));
  }

  private static Preferences of(Optional<Position> position) {
    Preferences usual = Preferences.USUAL;
    return new Preferences(
        position,
        usual.stage(),
        usual.platforms(),
        usual.zone(),
        usual.nudgeDay(),
        usual.nudgeTime(),
        usual.quiet(),
        usual.pausedUntil(),
        usual.stopped(),
        usual.keepsHistory());
  }
}
