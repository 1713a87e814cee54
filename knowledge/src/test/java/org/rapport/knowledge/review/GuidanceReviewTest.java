package org.rapport.knowledge.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.library.Library;

class GuidanceReviewTest {
  private static final LocalDate REVIEW_BY = LocalDate.of(2027, 5, 31);
  private static final Fact FACT =
      new Fact(
          "F-2.01",
          Fact.Tag.SOURCE,
          Fact.Kind.FIGURE,
          "On 30 January 2024, 2,000 leaders called \"Color of Care\" useful.",
          List.of(
              new Fact.Origin(
                  "Behavior and 75 posts", "A publisher", "2023", URI.create("https://e.org/99"))));

  @Test
  void plainGuidanceHasNoRemarks() {
    assertThat(remarks("Thank your team. Say what they did.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025", "3,000", "30%", "31 January", "February", "twelve", "99"})
  void aFigureThatNoFactHasIsTold(String figure) {
    assertThat(remarks("Leaders say so: " + figure + "."))
        .singleElement()
        .hasToString(
            "guidance/why/one.md#one: unfounded-figure: none of its facts has '" + figure + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024", "two thousand", "30 January", "January", "75", "2023", "two"})
  void aFigureFromAFactOrItsSourceIsFounded(String figure) {
    assertThat(remarks("Leaders say so: " + figure + ".")).isEmpty();
  }

  @Test
  void anAmericanSpellingIsToldWithTheBritishOne() {
    assertThat(remarks("Organize it in the center."))
        .extracting(Remark::words)
        .containsExactly("organize: organise", "center: centre");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read what the World Health Organization says.",
        "Post with #ColorOfCare to @Organizers.",
        "Look at https://example.org/center now.",
        "Some call it \"color of care\" now.",
        "Read \"Behavior and 75 posts\" first.",
      })
  void namesAddressesAndQuotedTitlesAreSpeltAsTheirOwnersDo(String text) {
    assertThat(remarks(text)).isEmpty();
  }

  @Test
  void aQuoteThatNoFactHasIsOurOwn() {
    assertThat(remarks("Say \"what a color\" to them."))
        .extracting(Remark::words)
        .containsExactly("color: colour");
  }

  @Test
  void aHardSectionIsToldWithItsGrade() {
    String hard =
        "Organisational communications governance necessitates interdepartmental accountability"
            + " arrangements notwithstanding operational considerations.";

    assertThat(remarks(hard))
        .singleElement()
        .satisfies(remark -> assertThat(remark.kind()).isEqualTo(Remark.Kind.HARD_TO_READ))
        .satisfies(remark -> assertThat(remark.words()).matches("grade \\d+\\.\\d; at most 9\\.5"));
  }

  @Test
  void aSectionIsDueTheDayAfterItsReviewDay() {
    Content content = content(section("Thank your team."), FACT);

    assertThat(GuidanceReview.of(content, REVIEW_BY).remarks()).isEmpty();
    Review due = GuidanceReview.of(content, REVIEW_BY.plusDays(1));
    assertThat(due.remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.REVIEW_DUE);
    assertThat(due.failed()).isFalse();
  }

  @Test
  void unusedFactsAreListedAndTooManyFail() {
    Review review =
        GuidanceReview.of(
            content(section("Thank them."), FACT, fact("F-2.02"), fact("F-10.01")), REVIEW_BY);

    assertThat(review.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "facts#F-2.02: unused-fact: no section uses it",
            "facts#F-2: coverage: 1 of 2 facts are used; at least 90% must be");
    assertThat(review.failed()).isTrue();
  }

  @Test
  void unusedFactsAreListedInTheOrderOfTheirNumbers() {
    Content content = content(section("Thank them."), FACT, fact("F-2.10"), fact("F-2.9"));

    assertThat(GuidanceReview.of(content, REVIEW_BY).remarks())
        .extracting(Remark::place)
        .containsExactly("facts#F-2.9", "facts#F-2.10", "facts#F-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"F-99999999999999999999.1", "F-2.99999999999999999999", "F-2", "odd", ""})
  void aFactWithAnOddIdIsReviewedAsAnyOther(String id) {
    Review review = GuidanceReview.of(content(section("Thank them."), FACT, fact(id)), REVIEW_BY);

    assertThat(review.remarks())
        .extracting(Remark::place)
        .isEqualTo(id.startsWith("F-2") ? List.of("facts#" + id, "facts#F-2") : List.of());
  }

  @Test
  void guidanceWithoutASectionHasNoGrades() {
    Content empty =
        new Content(
            List.of(), Map.of(), List.of(), List.of(), List.of(), Language.PLAIN, Library.EMPTY);

    Review review = GuidanceReview.of(empty, REVIEW_BY);

    assertThat(review.topics()).isEmpty();
    assertThat(review.total("all")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one ",
        "million ",
        "1,000",
        "a-",
        "a.",
        "a@",
        "2.",
        "{",
        "\"",
        "*",
        "NHS",
        "_",
        "["
      })
  void aVeryLongRunOfAnythingIsReviewedToo(String piece) {
    assertThat(
            GuidanceReview.of(content(section("Go. " + piece.repeat(50_000)), FACT), REVIEW_BY)
                .readings())
        .hasSize(1);
  }

  @Test
  void gradesAreGatheredByTopic() {
    Review review = GuidanceReview.of(content(section("Thank your team."), FACT), REVIEW_BY);

    assertThat(review.topics())
        .singleElement()
        .satisfies(topic -> {
          assertThat(topic.name()).isEqualTo("why");
          assertThat(topic.sections()).isEqualTo(1);
          assertThat(topic.hardest().section()).isEqualTo("one");
          assertThat(topic.median()).isEqualTo(topic.hardest().grade());
          assertThat(topic.aboveAim()).isZero();
        });
    assertThat(review.total("why")).contains(review.topics().getFirst());
  }

  private static List<Remark> remarks(String shortAnswer) {
    return GuidanceReview.of(content(section(shortAnswer), FACT), REVIEW_BY).remarks();
  }

  private static Fact fact(String id) {
    return new Fact(id, Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Be kind.", List.of());
  }

  private static Content content(Section section, Fact... facts) {
    Map<String, Fact> byId = Stream.of(facts).collect(Collectors.toMap(Fact::id, fact -> fact));
    return new Content(
        List.of(section), byId, List.of(), List.of(), List.of(), Language.PLAIN, Library.EMPTY);
  }

  private static Section section(String shortAnswer) {
    return new Section(
        "one",
        "why/one",
        "How do I **thank** them?",
        List.of("color of thanks 2031"),
        shortAnswer,
        List.of("Name the team."),
        List.of("Ask [them](https://example.org/1999) first."),
        Optional.of("Thank you, {team of 12}."),
        List.of("F-2.01"),
        List.of("any"),
        List.of(1),
        "Editors",
        REVIEW_BY,
        List.of());
  }
}
