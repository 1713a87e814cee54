package org.rapport.knowledge.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.ShippedGuidance;
import org.rapport.knowledge.embed.Embedder;

/** What an editor is told to write next, from questions as people ask them. */
class GapsTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-06");

  private static Embedder embedder;

  private final List<Missed> missed = new ArrayList<>();

  @BeforeAll
  static void load() {
    embedder = new Embedder(2);
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void questionsThatAskAlikeAreOneGapAndTheLargestComesFirst() {
    unanswered("what to wear on tv");
    unanswered("can we fly a drone over the new build to film it for youtube");
    unanswered("do I need a licence for drone footage of the hospital");
    unanswered("can we fly a drone over the new building site to film it");
    unanswered("do we need permission to fly a drone over the hospital site for a video");
    unanswered("what should i wear for a tv interview");
    unanswered("who owns tiktok now");

    assertThat(gaps()).extracting(Gap::asked).containsExactly(4, 2, 1);
    assertThat(gaps().get(0).title()).contains("drone");
    assertThat(gaps().get(0).otherWordings()).hasSize(3).allMatch(words -> words.contains("drone"));
    assertThat(gaps().get(1).title()).contains("wear");
    assertThat(gaps().get(2).title()).isEqualTo("who owns tiktok now");
    assertThat(gaps().get(2).otherWordings()).isEmpty();
  }

  @Test
  void unansweredAndRatedWrongAreCountedApartWithFirstAndLastDay() {
    missed.add(new Missed("is canva pro free for the nhs", true, true, FRIDAY));
    missed.add(new Missed("is there an nhs discount on canva pro", false, true, MONDAY));
    missed.add(new Missed("is canva pro free for the NHS?", true, false, MONDAY.plusDays(1)));

    assertThat(gaps())
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.asked()).isEqualTo(3);
          assertThat(gap.unanswered()).isEqualTo(2);
          assertThat(gap.ratedWrong()).isEqualTo(2);
          assertThat(gap.first()).isEqualTo(MONDAY);
          assertThat(gap.last()).isEqualTo(FRIDAY);
        });
  }

  @Test
  void caseAndPunctuationMakeNoOtherWording() {
    unanswered("who owns TikTok now?");
    unanswered("Who owns  tiktok now");

    assertThat(gaps()).singleElement().satisfies(gap -> assertThat(gap.otherWordings()).isEmpty());
  }

  @Test
  void ofManyWordingsThreeAreShownAndThoseAskedMostOftenFirst() {
    unanswered("how does the tiktok algorithm decide who gets shown a video");
    unanswered("how does the tiktok algorithm choose what people see");
    unanswered("how does the tiktok algorithm decide what people see");
    unanswered("how does the tiktok algorithm decide who sees a video");
    unanswered("how does the tiktok for you page decide who sees our videos");
    unanswered("How does the tiktok for you page decide who sees our videos?");

    assertThat(gaps())
        .singleElement()
        .satisfies(gap -> {
          assertThat(gap.asked()).isEqualTo(6);
          assertThat(gap.otherWordings()).hasSize(3).doesNotContain(gap.title());
          assertThat(gap.otherWordings().getFirst()).containsIgnoringCase("for you page");
        });
  }

  @Test
  void theSameQuestionsGiveTheSameGapsInWhateverOrder() {
    for (String words :
        List.of(
            "Who owns tiktok now",
            "who owns TikTok now?",
            "what to wear on tv",
            "what should i wear for a tv interview",
            "merge two facebook pages into one, how",
            "merge two facebook pages for the same hospital")) {
      unanswered(words);
    }
    List<Gap> before = gaps();

    Collections.shuffle(missed, new Random(1));

    assertThat(gaps()).isEqualTo(before);
  }

  @Test
  void theNearestSectionIsThatOfTheTitle() {
    unanswered("who owns tiktok now");

    assertThat(gaps())
        .singleElement()
        .satisfies(gap ->
            assertThat(gap.nearest()).map(Passage::section).contains("near who owns tiktok now"));
  }

  @Test
  void theGuidanceNamesItsNearestSection() {
    unanswered("how many times a week would you say I ought to post");

    assertThat(ShippedGuidance.knowledge().gaps(missed))
        .singleElement()
        .satisfies(gap ->
            assertThat(gap.nearest())
                .map(Passage::title)
                .hasValueSatisfying(title -> assertThat(title).containsIgnoringCase("often")));
  }

  @Test
  void wordsWithoutALetterAreNoTrouble() {
    unanswered("???");
    unanswered("");
    unanswered("\uD83D\uDC4D");

    assertThat(gaps()).singleElement().satisfies(gap -> assertThat(gap.asked()).isEqualTo(3));
  }

  @Test
  void whereNothingWasMissedThereIsNoGap() {
    assertThat(gaps()).isEmpty();
  }

  private void unanswered(String words) {
    missed.add(new Missed(words, true, false, MONDAY));
  }

  private List<Gap> gaps() {
    return Gaps.in(
        missed,
        embedder,
        title -> Optional.of(new Passage("near " + title, title, 0.5, List.of())));
  }
}
