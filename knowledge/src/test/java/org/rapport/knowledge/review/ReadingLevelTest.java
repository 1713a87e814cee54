package org.rapport.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingLevelTest {
  private final ReadingLevel level = new ReadingLevel();

  @Test
  void theGradeIsFleschAndKincaids() {
    Readability counts = of("The cat sat on the mat. A careful person reads it again.");

    assertThat(counts).isEqualTo(new Readability(12, 2, 15));
    assertThat(counts.grade()).isCloseTo(0.39 * 6 + 11.8 * 15 / 12 - 15.59, within(1e-9));
  }

  @Test
  void headingsAndListItemsEndASentence() {
    assertThat(of("A title", "First item", "Second item.").sentences()).isEqualTo(3);
  }

  @Test
  void aSentenceEndsWhereTheNextOneStarts() {
    assertThat(of("Stop. \"Go on!\" Why? (Ask.) Then go… Done").sentences()).isEqualTo(6);
    assertThat(of("Ask comms, e.g. by email: they know; they help").sentences()).isEqualTo(1);
    assertThat(of("It is 2.5 at nhs.uk today.").sentences()).isEqualTo(1);
  }

  @Test
  void aLineWithoutWordsIsNoSentence() {
    assertThat(of("...", "Go.").sentences()).isEqualTo(1);
  }

  @Test
  void aHyphenatedWordIsOneWord() {
    assertThat(of("well-known")).isEqualTo(new Readability(1, 1, 2));
  }

  @Test
  void anAcronymIsSaidLetterByLetterUnlessItIsSaidAsAWord() {
    assertThat(of("NHS").syllables()).isEqualTo(3);
    assertThat(of("MPs").syllables()).isEqualTo(2);
    assertThat(of("WHO").syllables()).isEqualTo(5);
    assertThat(of("NICE").syllables()).isEqualTo(1);
  }

  @Test
  void aDigitIsASyllable() {
    assertThat(of("2013")).isEqualTo(new Readability(1, 1, 4));
    assertThat(of("63,206")).isEqualTo(new Readability(1, 1, 5));
    assertThat(of("20-minute")).isEqualTo(new Readability(1, 1, 4));
  }

  @Test
  void namesOfAnyLengthCountTheSame() {
    for (String name :
        List.of(
            "{name of your organisation}",
            "@NationalAssociation",
            "#InternationalNursesDay",
            "https://example.org/a/very/long/way",
            "someone@organisation.example.org",
            "q.health.org.uk")) {
      assertThat(of("Ask " + name)).as(name).isEqualTo(new Readability(2, 1, 3));
    }
  }

  private Readability of(String... blocks) {
    return level.of(List.of(blocks));
  }
}
