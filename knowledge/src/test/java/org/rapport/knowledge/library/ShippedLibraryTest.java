package org.rapport.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.ShippedContent;

/** What the shipped library must be, beyond what every library must be. */
class ShippedLibraryTest {
  private static final Content CONTENT = ShippedContent.read();

  private final Library library = CONTENT.library();

  @Test
  void thereArePostsForYearsOfWeeks() {
    assertThat(library.posts()).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void everyPictureHasWordsForThoseWhoDoNotSeeIt() {
    assertThat(library.posts())
        .flatExtracting(post -> post.picture().stream().toList())
        .isNotEmpty()
        .allSatisfy(picture -> assertThat(picture.altText()).isNotBlank());
  }

  @Test
  void everyStageFromOneOnHasPostsForEveryPosition() {
    Set<String> positions = new HashSet<>();
    library.journey().orElseThrow().roles().forEach(role -> positions.add(role.position()));
    for (int stage = 1; stage <= 5; stage++) {
      for (String position : positions) {
        assertThat(postsFor(stage, position)).as(position + " at " + stage).isGreaterThan(20);
      }
    }
  }

  @Test
  void everyDayOfTheFactsIsInTheCalendar() {
    Set<String> used =
        library.calendar().days().stream()
            .flatMap(day -> day.facts().stream())
            .collect(Collectors.toSet());

    assertThat(facts("F-7.", Fact.Kind.DATE)).hasSizeGreaterThan(130).isSubsetOf(used);
  }

  @Test
  void everyNetworkOfTheFactsIsAmongTheNetworks() {
    Set<String> used =
        library.networks().stream()
            .flatMap(network -> network.facts().stream())
            .collect(Collectors.toSet());

    assertThat(facts("F-6.", Fact.Kind.NETWORK)).hasSizeGreaterThan(40).isSubsetOf(used);
  }

  @Test
  void everyDayAndMonthIsAnAnswer() {
    assertThat(library.calendar().pages())
        .hasSize(library.calendar().days().size() + 12)
        .extracting(CalendarPage::id)
        .allMatch(id -> CONTENT.sections().stream().anyMatch(section -> section.id().equals(id)));
  }

  @Test
  void theStepsForDaysAreNotAllTheSame() {
    List<String> steps =
        library.calendar().pages().stream().map(page -> String.join(" ", page.steps())).toList();
    long most =
        steps.stream()
            .collect(Collectors.groupingBy(s -> s, Collectors.counting()))
            .values()
            .stream()
            .max(Comparator.naturalOrder())
            .orElseThrow();

    assertThat(most).isLessThan(steps.size() / 6);
  }

  private long postsFor(int stage, String position) {
    return library.posts().stream()
        .filter(post -> post.stages().contains(stage))
        .filter(post -> Stream.of("any", position).anyMatch(post.positions()::contains))
        .count();
  }

  private static List<String> facts(String chapter, Fact.Kind kind) {
    return CONTENT.facts().values().stream()
        .filter(fact -> fact.id().startsWith(chapter) && fact.kind() == kind)
        .map(Fact::id)
        .toList();
  }
}
