package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.content.Section;

/** A related question is a title on a button: pressing it must lead to that section. */
class RelatedQuestionTest {
  @Test
  void askingATitleFindsItsSection() {
    List<String> astray = new ArrayList<>();
    for (Section section : ShippedGuidance.content().sections()) {
      Answer answer = ShippedGuidance.knowledge().ask(new Question(section.title()));
      if (!(answer instanceof Answer.Found found && found.section().equals(section.id()))) {
        astray.add(section.title() + " -> " + answer.getClass().getSimpleName());
      }
    }
    assertThat(astray).isEmpty();
  }

  @Test
  void caseAndPunctuationOfATitleDoNotCount() {
    Section section = ShippedGuidance.content().sections().getFirst();
    Answer answer =
        ShippedGuidance.knowledge()
            .ask(new Question("  " + section.title().toUpperCase(java.util.Locale.ROOT) + "??"));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Found.class, found -> assertThat(found.section()).isEqualTo(section.id()));
  }
}
