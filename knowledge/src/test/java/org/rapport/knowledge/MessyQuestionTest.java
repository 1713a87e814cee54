package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People type as they speak: case, marks, courtesies and slips of the finger change nothing. */
class MessyQuestionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "how many hashtags should i use",
        "HOW MANY HASHTAGS SHOULD I USE???",
        "Hi coach, how many hashtags should I use? Thanks!",
        "  how many\u200b hashtags\n should I use ...  "
      })
  void theSameQuestionGetsTheSameAnswer(String asked) {
    assertThat(ask(asked)).isEqualTo(ask("How many hashtags should I use?"));
  }

  @Test
  void aMisspeltWordIsReadAsTheWordItIsNearestTo() {
    Answer.Found found = (Answer.Found) ask("hw many hashtgas shuold i use");

    assertThat(found.section())
        .isEqualTo(((Answer.Found) ask("How many hashtags should I use?")).section());
  }

  @Test
  void textSpeakAcronymsAndOtherNamesFindWhatPlainWordsFind() throws IOException {
    List<String> found = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src", "test", "resources", "messy.txt"))) {
      String[] messyAndPlain = line.split(" \\| ");
      boolean same = section(messyAndPlain[0]).equals(section(messyAndPlain[1]));
      (same ? found : missed).add(line);
    }
    assertThat(found).as(String.join("\n", missed)).hasSizeGreaterThanOrEqualTo(40);
  }

  private static String section(String question) {
    return ask(question) instanceof Answer.Found found ? found.section() : "nothing: " + question;
  }

  private static Answer ask(String question) {
    return ShippedGuidance.knowledge().ask(new Question(question));
  }
}
