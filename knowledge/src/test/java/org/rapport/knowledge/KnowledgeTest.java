package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.content.Section;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Generations;
import org.rapport.knowledge.library.Library;

/** Reindexing: what changes goes live, what does not stays, and nothing is ever half done. */
class KnowledgeTest {
  @TempDir Path folder;
  private Knowledge knowledge;

  @BeforeEach
  void open() {
    knowledge = Knowledge.open(folder);
  }

  @AfterEach
  void close() {
    knowledge.close();
  }

  @Test
  void beforeTheFirstReindexThereIsNoAnswer() {
    assertThat(knowledge.ready()).isFalse();
    assertThatThrownBy(() -> knowledge.ask(new Question("hello")))
        .isInstanceOf(Knowledge.NoIndex.class);
  }

  @Test
  void aChangedSectionIsEmbeddedAgainAndTheRestIsNot() {
    reindex(section("bread", "Bake it."), section("tea", "Steep it."));

    try (Draft draft = draft(2, section("bread", "Bake it well."), section("tea", "Steep it."))) {
      assertThat(draft.embedded()).isEqualTo(1);
      assertThat(draft.difference())
          .isEqualTo(new Difference(List.of(), List.of("bread"), List.of()));
    }
  }

  @Test
  void vectorsThatAreKnownElsewhereAreNotComputed() throws IOException {
    Map<String, List<float[]>> elsewhere = new HashMap<>();
    KnownVectors known =
        new KnownVectors() {
          @Override
          public Map<String, List<float[]>> find(Collection<String> keys) {
            Map<String, List<float[]>> found = new HashMap<>(elsewhere);
            found.keySet().retainAll(keys);
            return found;
          }

          @Override
          public void keep(Map<String, List<float[]>> vectors) {
            elsewhere.putAll(vectors);
          }
        };
    Edition edition = Indexing.edition(content(section("bread", "Bake it.")));
    try (Draft draft = knowledge.draft(EVERYBODY, 1, edition, known, Progress.UNHEARD)) {
      assertThat(draft.embedded()).isPositive();
      draft.goLive();
    }
    Answer first = knowledge.ask(new Question("how do i make bread"));
    try (Knowledge other = Knowledge.open(folder.resolve("other"));
        Draft draft = other.draft(EVERYBODY, 1, edition, known, Progress.UNHEARD)) {
      assertThat(draft.embedded()).isZero();
      draft.goLive();
      assertThat(other.ask(new Question("how do i make bread"))).isEqualTo(first);
    }
  }

  @Test
  void nothingIsBuiltWhereNothingChanged() {
    reindex(section("bread", "Bake it."));
    reindex(section("bread", "Bake it."));

    assertThat(knowledge.generation()).isEqualTo(1);
  }

  @Test
  void aDraftCanBeAskedAndChangesNothing() {
    reindex(section("bread", "Bake it."), section("tea", "Steep it."));

    try (Draft draft = draft(2, section("tea", "Steep it long."), section("soup", "Stir it."))) {
      assertThat(draft.difference())
          .isEqualTo(new Difference(List.of("soup"), List.of("tea"), List.of("bread")));
      assertThat(words(draft.ask(new Question("how do i make tea")))).isEqualTo("Steep it long.");
      assertThat(shortAnswer("how do i make tea")).isEqualTo("Steep it.");
    }

    assertThat(knowledge.generation()).isEqualTo(1);
    assertThat(knowledge.switchTo(EVERYBODY, 2, "any")).isFalse();
  }

  @Test
  void nobodyElseBuildsOrSwitchesWhileADraftIsOpen() {
    reindex(section("bread", "Bake it."));
    try (Draft _ = draft(2, section("bread", "Toast it."));
        Knowledge other = Knowledge.open(folder)) {
      assertThatThrownBy(() -> other.reindex(content(section("bread", "Burn it."))))
          .isInstanceOf(Generations.Busy.class);
      assertThatThrownBy(() -> other.switchTo(EVERYBODY, 1, other.digest(EVERYBODY)))
          .isInstanceOf(Generations.Busy.class);
    }
    reindex(section("bread", "Burn it."));
    assertThat(shortAnswer("how do i make bread")).isEqualTo("Burn it.");
  }

  @Test
  void anEarlierGenerationCanBeLiveAgain() {
    reindex(section("bread", "Bake it."));
    String digest = knowledge.digest(EVERYBODY);
    goLive(2, section("bread", "Do not bake it."));

    assertThat(knowledge.switchTo(EVERYBODY, 1, digest)).isTrue();

    assertThat(knowledge.generation()).isEqualTo(1);
    assertThat(shortAnswer("how do i make bread")).isEqualTo("Bake it.");
    assertThat(knowledge.switchTo(EVERYBODY, 7, digest)).isFalse();
    assertThat(knowledge.switchTo(EVERYBODY, 2, digest)).isFalse();
  }

  @Test
  void whatDiedHalfWayLeavesTheOldOneLive() throws IOException {
    reindex(section("bread", "Bake it."));
    String toast = Indexing.edition(content(section("bread", "Toast it."))).digest();
    Path half = folder.resolve("generation-2-" + toast.substring(0, 12));
    Files.createDirectories(half);
    Files.writeString(half.resolve("rubbish"), "half");
    knowledge.close();

    knowledge = Knowledge.open(folder);

    assertThat(shortAnswer("how do i make bread")).isEqualTo("Bake it.");
    assertThat(knowledge.switchTo(EVERYBODY, 2, toast)).isFalse();
    goLive(2, section("bread", "Toast it."));
    assertThat(shortAnswer("how do i make bread")).isEqualTo("Toast it.");
  }

  @Test
  void anOrganisationFindsItsOwnAndNobodyElseDoes() {
    reindex(section("bread", "Bake it."), section("tea", "Steep it."));
    goLive(1, "acme", section("tea", "Ask the canteen."), section("soup", "Stir it."));

    assertThat(words(ask("acme", "how do i make tea"))).isEqualTo("Ask the canteen.");
    assertThat(words(ask("acme", "how do i make soup"))).isEqualTo("Stir it.");
    assertThat(words(ask("acme", "how do i make bread"))).isEqualTo("Bake it.");
    for (String other : List.of(EVERYBODY, "other")) {
      assertThat(words(ask(other, "how do i make tea"))).isEqualTo("Steep it.");
      assertThat(ask(other, "how do i make soup").passages())
          .extracting(Passage::section)
          .containsExactlyInAnyOrder("bread", "tea");
    }
  }

  @Test
  void whatAnotherOrganisationHasChangesNoAnswer() {
    reindex(section("bread", "Bake it."), section("tea", "Steep it."));
    Answer before = ask("other", "how do i make tea");
    goLive(1, "acme", section("tea", "Tea tea tea."), section("soup", "Make tea, how to."));

    assertThat(ask("other", "how do i make tea")).isEqualTo(before);
  }

  @Test
  void newGuidanceForEverybodyReachesAnOrganisationWithItsOwn() {
    reindex(section("bread", "Bake it."));
    goLive(1, "acme", section("soup", "Stir it."));
    goLive(2, section("bread", "Toast it."));

    assertThat(words(ask("acme", "how do i make bread"))).isEqualTo("Toast it.");
    assertThat(words(ask("acme", "how do i make soup"))).isEqualTo("Stir it.");
    knowledge.close();
    knowledge = Knowledge.open(folder);
    assertThat(words(ask("acme", "how do i make soup"))).isEqualTo("Stir it.");
  }

  @Test
  void noQuestionFailsOrMixesGenerationsWhileNewOnesGoLive() throws Exception {
    knowledge.reindex(numbered(0));
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> askers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        askers.add(
            threads.submit(() -> {
              int asked = 0;
              while (!done.get() || asked == 0) {
                Answer answer = knowledge.ask(new Question("how do i make bread"));
                String words = ((Answer.Found) answer).shortAnswer();
                // Generation n says n - 1 in every part.
                assertThat(words).isEqualTo("Bake it " + (answer.generation() - 1) + " times.");
                assertThat(((Answer.Found) answer).steps())
                    .containsExactly("Wait " + (answer.generation() - 1));
                asked++;
              }
              return asked;
            }));
      }
      try {
        for (int i = 1; i <= 10; i++) {
          knowledge.reindex(numbered(i));
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
  }

  private void reindex(Section... sections) {
    knowledge.reindex(content(sections));
  }

  private Draft draft(int number, Section... sections) {
    return draft(number, EVERYBODY, sections);
  }

  private Draft draft(int number, String owner, Section... sections) {
    return knowledge.draft(
        owner, number, Indexing.edition(content(sections)), KnownVectors.NONE, Progress.UNHEARD);
  }

  private void goLive(int number, Section... sections) {
    goLive(number, EVERYBODY, sections);
  }

  private void goLive(int number, String owner, Section... sections) {
    try (Draft draft = draft(number, owner, sections)) {
      draft.goLive();
    }
  }

  private Answer ask(String organisation, String question) {
    return knowledge.ask(organisation, new Question(question));
  }

  private String shortAnswer(String question) {
    return words(ask(EVERYBODY, question));
  }

  private static String words(Answer answer) {
    return ((Answer.Found) answer).shortAnswer();
  }

  private static Content numbered(int number) {
    return content(section("bread", "Bake it " + number + " times.", "Wait " + number));
  }

  private static Content content(Section... sections) {
    Fact fact = new Fact("F-1.01", Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Cook.", List.of());
    return new Content(
        List.of(sections),
        Map.of(fact.id(), fact),
        List.of(),
        List.of(),
        List.of(),
        Language.PLAIN,
        Library.EMPTY);
  }

  private static Section section(String thing, String answer) {
    return section(thing, answer, "Wait");
  }

  private static Section section(String thing, String answer, String step) {
    return new Section(
        thing,
        "kitchen/" + thing,
        "How do I make " + thing + "?",
        IntStream.range(0, 3).mapToObj(i -> "how do i make " + thing + " " + i).toList(),
        answer,
        List.of(step),
        List.of("It is hot."),
        Optional.empty(),
        List.of("F-1.01"),
        List.of("any"),
        List.of(0),
        "Cook",
        LocalDate.of(2027, 5, 31),
        List.of());
  }
}
