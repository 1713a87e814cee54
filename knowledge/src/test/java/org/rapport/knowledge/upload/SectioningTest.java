package org.rapport.knowledge.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Sections are of a size that can be found and read, and no word is lost on the way. */
class SectioningTest {
  private static final Place HERE = new Place.Page(1);

  @Test
  void aLongSectionIsPartedBetweenParagraphs() {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(heading(1, "Long"), words(200), words(200), words(50)));

    assertThat(sections).extracting(s -> Text.words(s.body())).containsExactly(200, 250);
    assertThat(sections).extracting(UploadedSection::part).containsExactly(1, 2);
    assertThat(sections).extracting(UploadedSection::title).containsOnly("Long");
  }

  @Test
  void aLongParagraphIsPartedBetweenSentences() {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(new Block.Words(Prose.sentences(70), HERE)));

    assertThat(sections).hasSize(3).allSatisfy(s -> assertThat(s.body()).endsWith("."));
  }

  @Test
  void aTinySectionIsJoinedToTheNextWithItsTitle() {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(heading(1, "Tiny"), words(5), heading(1, "Next"), words(100)));

    assertThat(sections).hasSize(1);
    assertThat(sections.getFirst().title()).isEqualTo("Next");
    assertThat(sections.getFirst().body()).startsWith("Tiny\n\nword word");
  }

  @Test
  void aTinyLastSectionIsJoinedToTheOneBefore() {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(words(100), heading(1, "Last"), words(5)));

    assertThat(sections).hasSize(1);
    assertThat(sections.getFirst().body()).endsWith("Last\n\nword word word word word");
  }

  @Test
  void aHeadingWithoutWordsLivesOnInThePath() {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(heading(1, "Part"), heading(3, "Chapter"), words(30)));

    assertThat(sections.getFirst().path()).containsExactly("Part", "Chapter");
  }

  @Test
  void tooManySectionsAreRefused() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i <= UploadLimits.MOST_SECTIONS; i++) {
      blocks.add(heading(1, "Heading " + i));
      blocks.add(words(UploadLimits.FEWEST_WORDS));
    }

    assertThatThrownBy(() -> Sectioning.of("T", blocks))
        .isInstanceOf(Refusal.class)
        .hasMessage("has too many sections: expected at most 2,000; send it in parts");
  }

  @Property(seed = "1", tries = 200)
  void noWordIsLostAndNoSectionTooLong(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 700) Integer> sizes) {
    List<Block> blocks = new ArrayList<>();
    sizes.forEach(
        size -> blocks.add(size % 7 == 0 ? heading(1 + size % 3, "H" + size) : words(size)));

    List<UploadedSection> sections = Sectioning.of("T", blocks);

    int given = sizes.stream().filter(size -> size % 7 != 0).mapToInt(Integer::intValue).sum();
    String all = sections.stream().map(UploadedSection::body).collect(Collectors.joining(" "));
    assertThat(all.split("\\bword\\b", -1)).hasSize(given + 1);
    assertThat(sections)
        .allSatisfy(s -> assertThat(Text.words(s.body())).isBetween(1, UploadLimits.MOST_WORDS));
  }

  @Property(seed = "1", tries = 50)
  void whatHasNoBlanksIsPartedToo(@ForAll @IntRange(min = 1, max = 50_000) int length) {
    List<UploadedSection> sections =
        Sectioning.of("T", List.of(new Block.Words("\uD83D\uDE00".repeat(length), HERE)));

    String all = sections.stream().map(UploadedSection::body).collect(Collectors.joining());
    assertThat(all).isEqualTo("\uD83D\uDE00".repeat(length));
    assertThat(sections).allSatisfy(s -> assertThat(s.body()).hasSizeLessThan(4_000));
  }

  private static Block heading(int level, String words) {
    return new Block.Heading(level, words, HERE);
  }

  private static Block words(int count) {
    return new Block.Words("word ".repeat(count).strip(), HERE);
  }
}
