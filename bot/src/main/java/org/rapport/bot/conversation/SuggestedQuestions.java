package org.rapport.bot.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.rapport.bot.people.Position;
import org.rapport.bot.people.Preferences;
import org.rapport.bot.people.Stage;

/** Questions that fit somebody, from {@code suggested-questions.properties}. */
final class SuggestedQuestions {
  /** Slack shows up to four prompts (docs.slack.dev: assistant.threads.setSuggestedPrompts). */
  static final int MOST = 4;

  private static final Properties QUESTIONS = questions();

  private SuggestedQuestions() {}

  /** Up to {@link #MOST}, the next step of their stage first; each is a title of the guidance. */
  static List<String> fit(Preferences wants) {
    List<String> ofStage = of(wants.stage());
    return Stream.of(
            ofStage.stream().limit(1),
            wants.position().stream().flatMap(position -> of(position).stream()),
            ofStage.stream().skip(1))
        .flatMap(questions -> questions)
        .limit(MOST)
        .toList();
  }

  /** Those of a stage, its next step first. */
  static List<String> of(Stage stage) {
    return Arrays.stream(QUESTIONS.getProperty("stage." + stage.number(), "").split("\\|"))
        .map(String::strip)
        .toList();
  }

  /** That of a position. */
  static Optional<String> of(Position position) {
    return Optional.ofNullable(QUESTIONS.getProperty("position." + position.id()));
  }

  private static Properties questions() {
    Properties questions = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            SuggestedQuestions.class.getResourceAsStream("/suggested-questions.properties"))) {
      questions.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return questions;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
