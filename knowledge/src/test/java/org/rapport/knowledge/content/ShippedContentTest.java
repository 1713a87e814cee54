package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.ShippedGuidance;

/** What the shipped guidance must be, beyond what every content folder must be. */
class ShippedContentTest {
  private final Content content = ShippedGuidance.content();

  @Test
  void theGuidanceIsAHandbook() {
    assertThat(content.sections()).hasSizeGreaterThanOrEqualTo(260);
  }

  @Test
  void noQuestionIsAskedTwice() {
    Set<String> seen = new HashSet<>();
    List<String> twice =
        content.sections().stream()
            .flatMap(section -> section.questions().stream())
            .filter(question -> !seen.add(question.toLowerCase(java.util.Locale.ROOT)))
            .toList();
    assertThat(twice).isEmpty();
  }

  /** People reach a section by questions that are put the other way round, too. */
  @Test
  void noShortAnswerOpensWithABareYesOrNo() {
    assertThat(content.sections())
        .extracting(Section::shortAnswer)
        .noneMatch(answer -> answer.matches("(?:Yes|No)\\b.*"));
  }

  @Test
  void everyReasonToDeclineHasItsWords() {
    Set<String> reasons =
        content.boundaries().stream().map(Boundary::reason).collect(Collectors.toSet());
    assertThat(reasons).contains(Boundary.URGENT);
    assertThat(reasons)
        .containsAll(Stream.of(Answer.Reason.values()).map(Answer.Reason::id).toList());
  }
}
