package org.rapport.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.Fact;
import org.rapport.knowledge.content.Language;
import org.rapport.knowledge.content.Section;

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
    knowledge.reindex(content(section("bread", "Bake it."), section("tea", "Steep it.")), false);

    Reindexed second =
        knowledge.reindex(
            content(section("bread", "Bake it well."), section("tea", "Steep it.")), false);

    assertThat(second.built()).isTrue();
    assertThat(second.generation()).isEqualTo(2);
    assertThat(second.embedded()).isEqualTo(1);
    assertThat(second.changed()).containsExactly("bread");
    assertThat(second.added()).isEmpty();
    assertThat(second.removed()).isEmpty();
  }

  @Test
  void nothingIsBuiltWhereNothingChanged() {
    Content same = content(section("bread", "Bake it."));
    knowledge.reindex(same, false);

    Reindexed again = knowledge.reindex(same, false);

    assertThat(again.built()).isFalse();
    assertThat(knowledge.generation()).isEqualTo(1);
    assertThat(knowledge.reindex(same, true).generation()).isEqualTo(2);
  }

  @Test
  void aDryRunTellsTheDifferenceAndChangesNothing() {
    knowledge.reindex(content(section("bread", "Bake it."), section("tea", "Steep it.")), false);

    Reindexed tried =
        knowledge.compare(content(section("tea", "Steep it."), section("soup", "Stir it.")));

    assertThat(tried.added()).containsExactly("soup");
    assertThat(tried.removed()).containsExactly("bread");
    assertThat(knowledge.generation()).isEqualTo(1);
  }

  @Test
  void anEarlierGenerationCanBeLiveAgain() {
    knowledge.reindex(content(section("bread", "Bake it.")), false);
    knowledge.reindex(content(section("bread", "Do not bake it.")), false);

    knowledge.rollback(1);

    assertThat(knowledge.generation()).isEqualTo(1);
    assertThat(shortAnswer("how do i make bread")).isEqualTo("Bake it.");
    assertThatThrownBy(() -> knowledge.rollback(7))
        .hasMessageContaining("There is no generation 7");
  }

  @Test
  void theLastFiveGenerationsAreKept() {
    for (int i = 1; i <= 7; i++) {
      knowledge.reindex(content(section("bread", "Bake it " + i + " times.")), false);
    }
    assertThat(knowledge.generations()).containsExactly(3, 4, 5, 6, 7);
  }

  @Test
  void aBuildThatDiedHalfWayLeavesTheOldOneLive() throws IOException {
    knowledge.reindex(content(section("bread", "Bake it.")), false);
    Files.createDirectories(folder.resolve("building"));
    Files.writeString(folder.resolve("building/rubbish"), "half");
    knowledge.close();

    knowledge = Knowledge.open(folder);

    assertThat(shortAnswer("how do i make bread")).isEqualTo("Bake it.");
    assertThat(knowledge.reindex(content(section("tea", "Steep it.")), false).generation())
        .isEqualTo(2);
  }

  @Test
  void anotherProcessSeesTheNewGenerationWhenItLooks() {
    knowledge.reindex(content(section("bread", "Bake it.")), false);
    try (Knowledge other = Knowledge.open(folder)) {
      knowledge.reindex(content(section("bread", "Toast it.")), false);
      other.refresh();
      assertThat(other.generation()).isEqualTo(2);
    }
  }

  @Test
  void noQuestionFailsOrMixesGenerationsWhileNewOnesGoLive() throws Exception {
    knowledge.reindex(numbered(0), false);
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
          knowledge.reindex(numbered(i), false);
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
  }

  private String shortAnswer(String question) {
    return ((Answer.Found) knowledge.ask(new Question(question))).shortAnswer();
  }

  private static Content numbered(int number) {
    return content(section("bread", "Bake it " + number + " times.", "Wait " + number));
  }

  private static Content content(Section... sections) {
    Fact fact = new Fact("F-1.01", Fact.Tag.VERIFY, Fact.Kind.ADVICE, "Cook.", List.of());
    return new Content(
        List.of(sections), Map.of(fact.id(), fact), List.of(), new Language(Map.of(), List.of()));
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
        LocalDate.of(2027, 5, 31));
  }
}
