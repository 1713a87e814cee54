package org.rapport.bot.campaign.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.bot.campaign.reaction.GivenNudge;
import org.rapport.bot.campaign.reaction.PastNudge;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.people.Position;
import org.rapport.knowledge.content.ShippedContent;
import org.rapport.knowledge.library.Library;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Network;
import org.rapport.knowledge.library.Occasion;
import org.rapport.knowledge.library.Platform;
import org.rapport.knowledge.library.Situation;
import org.rapport.knowledge.library.Stage;
import org.rapport.knowledge.library.SuggestedPost;
import org.rapport.knowledge.library.Timing;
import org.rapport.knowledge.library.Tone;

/** What the weekly coach offers, to anybody in any week, from the library as it is shipped. */
class WeeklyChoiceTest {
  private static final Library LIBRARY = ShippedContent.read().library();
  private static final WeeklyChoice CHOICE = new WeeklyChoice(LIBRARY);
  private static final int WEEKS = 40;

  /** A person, a week to begin in, and what they say to each nudge. */
  record Story(Reader reader, LocalDate start, List<Set<Reaction>> said) {}

  record Week(LocalDate on, Offer offer) {}

  @Property(tries = 60)
  void everyPartFitsThePersonAndTheDay(@ForAll("stories") Story story) {
    for (Week week : year(story)) {
      week.offer().post().ifPresent(idea -> assertFits(idea, story.reader(), week.on()));
      week.offer().network().ifPresent(network -> assertFits(network, story.reader()));
      week.offer()
          .check()
          .ifPresent(check ->
              assertThat(stageOf(check.id().orElseThrow()))
                  .isLessThanOrEqualTo(story.reader().stage()));
    }
  }

  @Property(tries = 60)
  void nothingComesAgainWithinSixMonths(@ForAll("stories") Story story) {
    List<Week> year = year(story);
    List<Function<Offer, Optional<String>>> parts =
        List.of(
            offer -> offer.post().map(idea -> idea.post().id()),
            offer -> offer.network().map(Network::id),
            offer -> offer.check().flatMap(ThingToCheck::id));
    for (Function<Offer, Optional<String>> part : parts) {
      for (Week later : year) {
        year.stream()
            .filter(earlier -> earlier.on().isBefore(later.on()))
            .filter(earlier -> earlier.on().isAfter(later.on().minusMonths(6)))
            .forEach(earlier ->
                part.apply(later.offer())
                    .ifPresent(id ->
                        assertThat(part.apply(earlier.offer())).isNotEqualTo(Optional.of(id))));
      }
    }
  }

  @Property(tries = 40)
  void whatWasNotForThemOrIsJoinedNeverComesAgain(@ForAll("stories") Story story) {
    List<Week> year = year(story);
    Set<String> unwantedPosts = new HashSet<>();
    Set<String> unwantedNetworks = new HashSet<>();
    for (int i = 0; i < year.size(); i++) {
      Offer offer = year.get(i).offer();
      assertThat(offer.post().map(idea -> idea.post().id()).filter(unwantedPosts::contains))
          .isEmpty();
      assertThat(offer.network().map(Network::id).filter(unwantedNetworks::contains)).isEmpty();
      Set<Reaction> said = story.said().get(i % story.said().size());
      if (said.contains(Reaction.NOT_FOR_ME)) {
        offer.post().ifPresent(idea -> unwantedPosts.add(idea.post().id()));
      }
      if (said.contains(Reaction.NOT_FOR_ME) || said.contains(Reaction.ALREADY_JOINED)) {
        offer.network().ifPresent(network -> unwantedNetworks.add(network.id()));
      }
    }
  }

  @Property(tries = 20)
  void itIsTheSameForAPersonAndAWeekInWhateverOrderTheLibraryStands(
      @ForAll("stories") Story story) {
    List<SuggestedPost> posts = new ArrayList<>(LIBRARY.posts());
    posts.sort(Comparator.comparing(SuggestedPost::id).reversed());
    List<Network> networks = new ArrayList<>(LIBRARY.networks());
    networks.sort(Comparator.comparing(Network::goodFor));
    Library turned =
        new Library(
            LIBRARY.calendar(),
            posts,
            LIBRARY.situations(),
            LIBRARY.alwaysCheck(),
            networks,
            LIBRARY.journey());

    assertThat(new WeeklyChoice(turned).choose(story.reader(), story.start(), List.of()))
        .isEqualTo(CHOICE.choose(story.reader(), story.start(), List.of()));
  }

  @Property(tries = 40)
  void onlyACertainDayIsNamed(@ForAll("stories") Story story) {
    for (Week week : year(story)) {
      List<ComingDay> named = new ArrayList<>(week.offer().mindful());
      week.offer().post().flatMap(PostIdea::day).ifPresent(named::add);
      assertThat(named)
          .allSatisfy(coming -> {
            assertThat(coming.day().timing().isCertain()).isTrue();
            assertThat(coming.day().timing().expectedIn(coming.days().first().getYear()))
                .contains(coming.days());
            assertThat(coming.days().first()).isBeforeOrEqualTo(week.on().plusDays(10));
            assertThat(coming.days().last()).isAfterOrEqualTo(week.on());
          });
    }
  }

  @Example
  void onRemembranceSundayNoCheerfulPostIsOffered() {
    LocalDate sunday = LocalDate.of(2026, 11, 8);
    for (int person = 0; person < 200; person++) {
      Offer offer = CHOICE.choose(regular("person " + person), sunday, List.of());
      offer
          .post()
          .ifPresent(idea ->
              assertThat(idea.day().orElseThrow().day().tone()).isNotEqualTo(Tone.CELEBRATE));
      assertThat(offer.mindful())
          .extracting(coming -> coming.day().id())
          .contains("remembrance-sunday", "armistice-day");
    }
  }

  @Example
  void onADayToBeCarefulOfNoPostIsOffered() {
    LocalDate elections = LocalDate.of(2027, 5, 6);
    for (int person = 0; person < 50; person++) {
      Offer offer = CHOICE.choose(regular("person " + person), elections, List.of());
      assertThat(offer.post()).isEmpty();
      assertThat(offer.network()).isPresent();
    }
  }

  @Example
  void beforeNursesDayAPostForItIsLikelyAndLongBeforeItIsNot() {
    assertThat(postsForADay(LocalDate.of(2027, 5, 10))).contains("nurses-day");
    assertThat(postsForADay(LocalDate.of(2027, 4, 20))).doesNotContain("nurses-day");
  }

  @Example
  void aThemeThatTheyDoComesMoreOftenAndOneThatIsNotForThemLessOften() {
    long usual = thanks(Set.of());
    assertThat(thanks(Set.of(Reaction.DONE))).isGreaterThan(usual);
    assertThat(thanks(Set.of(Reaction.NOT_FOR_ME))).isLessThan(usual);
  }

  @Example
  void peopleGetDifferentNudgesInTheSameWeek() {
    Set<String> posts = new HashSet<>();
    for (int person = 0; person < 50; person++) {
      CHOICE
          .choose(regular("person " + person), LocalDate.of(2027, 2, 2), List.of())
          .post()
          .ifPresent(idea -> posts.add(idea.post().id()));
    }
    assertThat(posts).hasSizeGreaterThan(15);
  }

  @Example
  void whoeverPractisesIsGivenACommentAShareOrAPostForTheStaffNetwork() {
    Reader beginner = new Reader("b", Optional.empty(), 0, Set.of(), Set.of(), Optional.empty());
    assertThat(year(new Story(beginner, LocalDate.of(2027, 1, 5), List.of(Set.of()))))
        .filteredOn(week -> week.offer().post().isPresent())
        .hasSizeGreaterThan(8)
        .allSatisfy(week -> assertThat(week.offer().post().get().post().stages()).contains(0));
  }

  @Example
  void whatIsForAFieldIsOnlyForThoseWhoWorkInIt() {
    Reader inFinance =
        new Reader(
            "f",
            Optional.of("executive-director"),
            3,
            Set.of(),
            Set.of("finance"),
            Optional.empty());
    Set<Optional<String>> areas = new HashSet<>();
    for (int week = 0; week < 300; week++) {
      CHOICE
          .choose(inFinance, LocalDate.of(2027, 1, 5).plusWeeks(week), List.of())
          .post()
          .ifPresent(idea -> areas.add(idea.post().area()));
    }
    assertThat(areas).containsExactlyInAnyOrder(Optional.empty(), Optional.of("finance"));
  }

  @Provide
  Arbitrary<Story> stories() {
    return Combinators.combine(readers(), days(), said().list().ofMinSize(1).ofMaxSize(6))
        .as(Story::new);
  }

  private static Arbitrary<Reader> readers() {
    return Combinators.combine(
            Arbitraries.strings().alpha().ofLength(8),
            Arbitraries.of(Position.values()).optional(),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(Platform.values()).set().ofMaxSize(3),
            Arbitraries.of("finance", "digital", "people").set().ofMaxSize(1),
            Arbitraries.of(Nation.values()).optional())
        .as((id, position, stage, platforms, areas, nation) ->
            new Reader(id, position.map(Position::id), stage, platforms, areas, nation));
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 4 * 365)
        .map(days -> LocalDate.of(2026, 1, 1).plusDays(days));
  }

  private static Arbitrary<Set<Reaction>> said() {
    return Arbitraries.of(Reaction.values()).set().ofMaxSize(2);
  }

  private static List<Week> year(Story story) {
    List<Week> weeks = new ArrayList<>();
    List<PastNudge> past = new ArrayList<>();
    for (int i = 0; i < WEEKS; i++) {
      LocalDate on = story.start().plusWeeks(i);
      Offer offer = CHOICE.choose(story.reader(), on, past);
      weeks.add(new Week(on, offer));
      past.addFirst(
          new PastNudge(
              given(story.reader(), on, offer), story.said().get(i % story.said().size())));
    }
    return weeks;
  }

  private static GivenNudge given(Reader reader, LocalDate on, Offer offer) {
    return new GivenNudge(
        "delivery of " + on,
        "trust",
        reader.id(),
        "weekly",
        on.toString(),
        on,
        false,
        offer.post().map(idea -> idea.post().id()),
        offer.post().map(PostIdea::platform),
        offer.network().map(Network::id),
        offer.check().flatMap(ThingToCheck::id),
        Instant.EPOCH);
  }

  private static void assertFits(PostIdea idea, Reader reader, LocalDate on) {
    SuggestedPost post = idea.post();
    assertThat(post.stages()).contains(reader.stage());
    assertSuits(post.positions(), reader);
    assertThat(post.area().filter(area -> !reader.areas().contains(area))).isEmpty();
    assertThat(post.variants()).containsKey(idea.platform());
    if (!reader.platforms().isEmpty() && reader.stage() > 0) {
      assertThat(reader.platforms()).contains(idea.platform());
    }
    boolean isQuiet = isOn(on, Tone.QUIET, reader);
    assertThat(isOn(on, Tone.CAUTION, reader)).isFalse();
    switch (post.occasion()) {
      case Occasion.Any() -> assertThat(isQuiet).isFalse();
      case Occasion.OfSituation(String id) -> {
        assertThat(isQuiet).isFalse();
        assertThat(LIBRARY.situations())
            .filteredOn(situation -> situation.id().equals(id))
            .extracting(Situation::offered)
            .containsExactly(Situation.Offered.ANY_WEEK);
      }
      case Occasion.OfDay(String id) -> {
        ComingDay coming = idea.day().orElseThrow();
        assertThat(coming.day().id()).isEqualTo(id);
        assertThat(coming.day().tone()).isNotEqualTo(Tone.CAUTION);
        assertThat(isQuiet && coming.day().tone() == Tone.CELEBRATE).isFalse();
        assertThat(
                coming
                    .day()
                    .nation()
                    .filter(nation -> !reader.nation().equals(Optional.of(nation))))
            .isEmpty();
      }
    }
  }

  private static void assertFits(Network network, Reader reader) {
    assertThat(network.offered()).isTrue();
    assertThat(network.activity()).isNotEqualTo(Network.Activity.LAPSED);
    assertThat(network.stages()).contains(reader.stage());
    assertSuits(network.positions(), reader);
    assertThat(network.area().filter(area -> !reader.areas().contains(area))).isEmpty();
  }

  private static void assertSuits(List<String> positions, Reader reader) {
    assertThat(positions)
        .containsAnyElementsOf(
            reader.position().map(own -> List.of("any", own)).orElse(List.of("any")));
  }

  private static boolean isOn(LocalDate on, Tone tone, Reader reader) {
    return LIBRARY.calendar().days().stream()
        .filter(day -> day.tone() == tone)
        .filter(day ->
            day.nation().isEmpty()
                || reader.nation().isEmpty()
                || day.nation().equals(reader.nation()))
        .anyMatch(day ->
            day.timing() instanceof Timing.Fixed fixed
                && !fixed.in(on.getYear()).first().isAfter(on)
                && !fixed.in(on.getYear()).last().isBefore(on));
  }

  private static int stageOf(String check) {
    return LIBRARY.journey().orElseThrow().stages().stream()
        .filter(stage -> stage.checks().stream().anyMatch(each -> each.id().equals(check)))
        .mapToInt(Stage::number)
        .findFirst()
        .orElseThrow();
  }

  private static Reader regular(String id) {
    return new Reader(
        id,
        Optional.of("chief-executive"),
        3,
        EnumSet.of(Platform.LINKEDIN),
        Set.of(),
        Optional.empty());
  }

  private static Set<String> postsForADay(LocalDate on) {
    Set<String> posts = new HashSet<>();
    for (int person = 0; person < 300; person++) {
      CHOICE
          .choose(regular("person " + person), on, List.of())
          .post()
          .filter(idea -> idea.day().isPresent())
          .ifPresent(idea -> posts.add(idea.post().id()));
    }
    return posts;
  }

  /** How many of many people are offered a post of thanks after they said this to three others. */
  private static long thanks(Set<Reaction> said) {
    List<String> thanks =
        LIBRARY.posts().stream()
            .filter(post -> post.theme().equals("thanking"))
            .map(SuggestedPost::id)
            .limit(3)
            .toList();
    LocalDate on = LocalDate.of(2027, 2, 2);
    return IntStream.range(0, 600)
        .filter(person -> {
          Reader reader = regular("person " + person);
          List<PastNudge> past = new ArrayList<>();
          past.add(new PastNudge(bare(reader, on.minusWeeks(1), Optional.empty()), Set.of()));
          for (String post : thanks) {
            past.add(new PastNudge(bare(reader, on.minusWeeks(9), Optional.of(post)), said));
          }
          return CHOICE
              .choose(reader, on, past)
              .post()
              .filter(idea -> idea.post().theme().equals("thanking"))
              .isPresent();
        })
        .count();
  }

  private static GivenNudge bare(Reader reader, LocalDate on, Optional<String> post) {
    return new GivenNudge(
        "delivery " + on + post,
        "trust",
        reader.id(),
        "weekly",
        on.toString(),
        on,
        false,
        post,
        Optional.of(Platform.LINKEDIN),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
