package org.rapport.knowledge.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.ShippedGuidance;

/** What the shipped guidance must be, beyond what every content folder must be. */
class ShippedContentTest {
  private final Content content = ShippedGuidance.content();

  @Test
  void theGuidanceCoversTheFieldsFacts() {
    assertThat(content.sections()).hasSizeGreaterThanOrEqualTo(260);
    assertThat(unusedFacts("F-1.", "F-2.", "F-3.", "F-4.", "F-5.", "F-6.", "F-8."))
        .as("facts that no section uses")
        .isEmpty();
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

  @Test
  void everyYearInASectionIsInOneOfItsFacts() {
    Pattern year = Pattern.compile("\\b(19|20)\\d\\d\\b");
    List<String> unfounded = new ArrayList<>();
    for (Section section : content.sections()) {
      String facts = factWords(section);
      Matcher matcher = year.matcher(section.title() + " " + section.body());
      while (matcher.find()) {
        if (!facts.contains(matcher.group())) {
          unfounded.add(section.id() + ": " + matcher.group());
        }
      }
    }
    assertThat(unfounded).isEmpty();
  }

  @Test
  void americanSpellingsAreAbsent() {
    Pattern american =
        Pattern.compile(
            "\\b(organiz\\w+|recogniz\\w+|apologiz\\w+|behavior\\w*|color\\w*|favorite\\w*"
                + "|center|centers|program|programs|labor|honor\\w*|canceled|analyze\\w*)\\b");
    List<String> found =
        content.sections().stream()
            .filter(section -> american.matcher(section.body()).find())
            .map(Section::id)
            .toList();
    assertThat(found).isEmpty();
  }

  @Test
  void everyReasonToDeclineHasItsWords() {
    Set<String> reasons =
        content.boundaries().stream().map(Boundary::reason).collect(Collectors.toSet());
    assertThat(reasons).contains(Boundary.URGENT);
    assertThat(reasons)
        .containsAll(Stream.of(Answer.Reason.values()).map(Answer.Reason::id).toList());
  }

  private String factWords(Section section) {
    return section.facts().stream()
        .map(id -> content.facts().get(id))
        .map(fact -> fact == null ? "" : fact.words() + fact.sources())
        .collect(Collectors.joining(" "));
  }

  private Set<String> unusedFacts(String... prefixes) {
    Set<String> unused = new TreeSet<>(content.facts().keySet());
    content.sections().forEach(section -> section.facts().forEach(unused::remove));
    unused.removeIf(id -> Stream.of(prefixes).noneMatch(id::startsWith));
    return unused;
  }
}
