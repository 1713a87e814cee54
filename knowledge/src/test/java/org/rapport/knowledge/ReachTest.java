package org.rapport.knowledge;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.library.Library;

/** A small change is measured by the questions that it may touch, and by no others. */
class ReachTest {
  private static final Section TEA =
      section("tea", "How long must my tea steep?", "Three minutes.");
  private static final Section COFFEE =
      section("coffee", "How long must my coffee brew?", "Four minutes.");
  private static final List<Section> OTHERS =
      Stream.of(
              "trains to Leeds",
              "a broken boiler",
              "parking at the site",
              "annual leave",
              "the choir",
              "lost keys",
              "the fire drill",
              "a new badge",
              "desk chairs",
              "cycling to work",
              "the lift",
              "recycling bins",
              "pension forms",
              "eye tests",
              "the car pool",
              "night buses",
              "the front gate",
              "post room hours",
              "spare screens",
              "the quiet room")
          .map(words ->
              section(words.replace(' ', '-'), "Whom do I ask about " + words + "?", "Ann."))
          .toList();

  @TempDir private static Path folder;
  private static Knowledge knowledge;

  @BeforeAll
  static void release() {
    knowledge = Knowledge.open(folder);
    try (Draft draft = draft(1, TEA, COFFEE)) {
      draft.goLive();
    }
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  @Test
  void aQuestionIsTouchedByTheSectionThatAnswersIt() {
    assertThat(touched("how long must my tea steep", draft(2, with(TEA, "Five minutes."), COFFEE)))
        .isTrue();
    assertThat(touched("how long must my tea steep", draft(2, COFFEE))).isTrue();
  }

  @Test
  void aQuestionIsNotTouchedByASectionThatIsLikeTheOneThatIsMuchNearer() {
    assertThat(touched("how long must my tea steep", draft(2, TEA, with(COFFEE, "Six minutes."))))
        .isFalse();
    assertThat(touched("how long must my tea steep", draft(2, TEA))).isFalse();
  }

  @Test
  void aQuestionIsTouchedByAnyOfTheSectionsThatAreAboutAsNear() {
    String asked = "how long must a hot drink stand";
    assertThat(touched(asked, draft(2, TEA, with(COFFEE, "Six minutes.")))).isTrue();
    assertThat(touched(asked, draft(2, with(TEA, "Five minutes."), COFFEE))).isTrue();
  }

  @Test
  void aQuestionIsTouchedByANewSectionThatComesNearerThanWhatAnswersIt() {
    Section infusing = section("infusing", "For how long must tea steep?", "Ten minutes.");
    assertThat(touched("how long must my tea steep", draft(2, TEA, COFFEE, infusing))).isTrue();
    assertThat(touched("how long must my tea steep", draft(2, TEA, COFFEE, OTHERS.getFirst())))
        .isFalse();
  }

  @Test
  void aQuestionWhoseFactsAChangedSectionRestsOnIsTouchedHoweverFarItIs() {
    try (Draft draft = draft(2, TEA, with(COFFEE, "Six minutes."))) {
      Trial trial = draft.trial(KnownVectors.NONE).orElseThrow();
      assertThat(trial.mayDiffer(new Question("is the moon full"), Set.of("F-coffee"))).isTrue();
      assertThat(trial.mayDiffer(new Question("is the moon full"), Set.of("F-tea"))).isFalse();
    }
  }

  @Test
  void theLossOfOneQuestionInAHundredIsLetThroughAndThatOfTwoIsNot() {
    List<GoldenQuestion> golden = new ArrayList<>();
    golden.add(golden("tea", "how long must my tea steep"));
    golden.add(golden("coffee", "how long must my coffee brew"));
    for (int i = golden.size(); i < 100; i++) {
      golden.add(golden("far", "is it " + i + " miles to the moon"));
    }

    try (Draft draft = draft(2, TEA)) {
      Gate gate = Gate.ofTouched(golden, draft.trial(KnownVectors.NONE).orElseThrow());
      assertThat(gate.lost()).hasSize(1);
      assertThat(gate.untouched()).isGreaterThan(90);
      assertThat(gate.passes(Gate.USUAL_MARGIN)).isTrue();
    }
    try (Draft draft = draft(2, OTHERS.toArray(Section[]::new))) {
      Gate gate = Gate.ofTouched(golden, draft.trial(KnownVectors.NONE).orElseThrow());
      assertThat(gate.lost()).hasSize(2);
      assertThat(gate.passes(Gate.USUAL_MARGIN)).isFalse();
    }
  }

  private static GoldenQuestion golden(String id, String words) {
    return id.equals("far")
        ? new GoldenQuestion(words, words, GoldenQuestion.Expect.FAR, Set.of())
        : new GoldenQuestion(id, words, GoldenQuestion.Expect.FOUND, Set.of("F-" + id));
  }

  private static boolean touched(String question, Draft draft) {
    try (draft) {
      return draft
          .trial(KnownVectors.NONE)
          .orElseThrow()
          .mayDiffer(new Question(question), Set.of());
    }
  }

  /** The others, and these. */
  private static Draft draft(int number, Section... sections) {
    List<Section> all = Stream.concat(OTHERS.stream(), Stream.of(sections)).distinct().toList();
    Map<String, Fact> facts =
        all.stream()
            .map(section -> section.facts().getFirst())
            .collect(
                toMap(
                    id -> id,
                    id -> new Fact(id, Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Wait.", List.of())));
    Content content =
        new Content(all, facts, List.of(), List.of(), List.of(), Language.PLAIN, Library.EMPTY);
    return knowledge.draft(
        EVERYBODY, number, Indexing.edition(content), KnownVectors.NONE, Progress.UNHEARD);
  }

  private static Section with(Section section, String answer) {
    return section(section.id(), section.title(), answer);
  }

  private static Section section(String id, String title, String answer) {
    return new Section(
        id,
        id,
        title,
        List.of(title, "Tell me: " + title),
        answer,
        List.of("Wait."),
        List.of("Take care."),
        Optional.empty(),
        List.of("F-" + id),
        List.of("any"),
        List.of(0),
        "a test",
        LocalDate.MAX,
        List.of());
  }
}
