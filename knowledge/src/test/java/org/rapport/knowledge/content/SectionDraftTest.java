package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionDraftTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final Map<String, Fact> FACTS = ShippedContent.read().facts();
  private static final String FACT = FACTS.keySet().stream().sorted().findFirst().orElseThrow();

  @Test
  void aQuestionAndItsAnswerAreASectionThatCanBeTakenIn() {
    Section section =
        read(
            "Can our chair join the choir's livestream? It is on a Sunday.",
            "Yes, if the choir agrees.\n1. Ask them first.\n2. Tell us the day before. "
                + "So "
                + words(60));

    assertThat(section.title()).isEqualTo("Can our chair join the choir's livestream?");
    assertThat(section.shortAnswer())
        .isEqualTo("Yes, if the choir agrees. Ask them first. Tell us the day before.");
    assertThat(section.steps()).singleElement().asString().startsWith("So word0");
    assertThat(section.watchOuts()).singleElement().asString().contains("2026-11-02");
    assertThat(section.questions()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(section.facts()).containsExactly(FACT);
    assertThat(section.reviewBy()).isEqualTo(LocalDate.of(2027, 11, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "?",
        "# Heading\n## Another\n```yaml\nid: other\n```\n---",
        "- point\n> quote\n* star\n10) number",
        "![picture](https://example.org) <script>alert(1)</script> & \"quotes\" \\ 'more'",
        "العربية 👩🏽‍⚕️ \u0000\u202e",
        "a: b # c\n\n\nd\te"
      })
  void whateverWasTypedTheFormHolds(String typed) {
    Section section = read(typed, typed);

    assertThat(section.id()).isEqualTo("asked-1a2b3c4d");
    assertThat(section.shortAnswer()).isNotBlank();
  }

  @Test
  void aLongSentenceIsCutToTheShortAnswersLength() {
    assertThat(read(words(200), words(200)).shortAnswer().split(" ")).hasSize(60);
  }

  private static Section read(String question, String answer) {
    SectionDraft draft =
        new SectionDraft("asked-1a2b3c4d", question, answer, List.of(FACT), "Comms: \"team\"", DAY);
    return OwnGuidance.read("draft.md", draft.markdown().lines().toList(), FACTS).getFirst();
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(n -> "word" + n).collect(Collectors.joining(" "));
  }
}
