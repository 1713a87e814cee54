package org.rapport.knowledge.evaluate;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.knowledge.Draft;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.ShippedGuidance;
import org.rapport.knowledge.Trial;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;

/** The gate, on changes of the shipped guidance. */
class GateTest {
  private static final Edition SHIPPED = Indexing.edition(ShippedGuidance.content());
  private static final List<GoldenQuestion> GOLDEN =
      GoldenSets.answerable(GoldenSets.shipped(), ShippedGuidance.content()).subList(0, 60);

  @TempDir private static Path folder;
  private static Knowledge knowledge;

  private final Kept kept = new Kept();

  @BeforeAll
  static void release() {
    knowledge = Knowledge.open(folder);
    try (Draft draft = draft(1, SHIPPED)) {
      draft.goLive();
    }
  }

  @AfterAll
  static void close() {
    knowledge.close();
  }

  @Test
  void aChangeThatBreaksAnswersIsCaught() {
    List<GoldenQuestion> broken = answered().limit(3).toList();
    Set<String> facts =
        broken.stream().flatMap(question -> question.facts().stream()).collect(toSet());
    Edition without =
        edition(
            SHIPPED.entries().stream()
                .filter(entry -> entry.facts().stream().noneMatch(facts::contains))
                .toList());

    Gate touched = gate(without, Gate::ofTouched);

    assertThat(touched.lost()).extracting(Gate.Change::question).containsAll(broken);
    assertThat(touched.lost()).isEqualTo(gate(without, Gate::ofAll).lost());
    assertThat(touched.untouched()).isPositive();
    assertThat(touched.passes(0)).isFalse();
  }

  @Test
  void aChangeElsewhereAsksFewQuestionsAndLosesNone() {
    Edition reworded = withFirst(SHIPPED.entries().getFirst().body() + " Wait a day.");

    Gate gate = gate(reworded, Gate::ofTouched);

    assertThat(gate.asked()).isLessThan(GOLDEN.size() / 3);
    assertThat(gate.asked() + gate.untouched()).isEqualTo(GOLDEN.size());
    assertThat(gate.lost()).isEmpty();
    assertThat(gate(reworded, Gate::ofAll).untouched()).isZero();
  }

  @Test
  void anAddedSectionThatTakesTheQuestionOfAnotherIsCaught() {
    Entry first = SHIPPED.entries().getFirst();
    GoldenQuestion stolen = answered().findFirst().orElseThrow();
    List<Entry> entries = new ArrayList<>(SHIPPED.entries());
    entries.add(
        new Entry(
            "thief",
            "thief",
            stolen.words(),
            List.of(stolen.words()),
            "Never mind.",
            List.of(),
            first.stored()));

    assertThat(gate(edition(entries), Gate::ofTouched).lost())
        .extracting(Gate.Change::question)
        .contains(stolen);
  }

  @Test
  void whatAppliesToAllOfTheGuidanceTouchesEveryQuestion() {
    String rules = SHIPPED.rules().replaceFirst("\"say\":\"", "\"say\":\"Hello. ");

    assertThat(rules).isNotEqualTo(SHIPPED.rules());
    assertThat(gate(new Edition(SHIPPED.entries(), rules), Gate::ofTouched).untouched()).isZero();
  }

  @Test
  void whenManySectionsChangeAllQuestionsAreAsked() {
    List<Entry> nineInTen = SHIPPED.entries().subList(0, SHIPPED.entries().size() * 9 / 10);

    assertThat(gate(edition(nineInTen), Gate::ofTouched).untouched()).isZero();
  }

  @Test
  void theVectorsOfQuestionsAreKeptForTheNextTime() {
    Edition reworded = withFirst("Another body.");
    gate(reworded, Gate::ofTouched);
    assertThat(kept.vectors).isNotEmpty();
    kept.embedded.clear();

    gate(reworded, Gate::ofTouched);

    assertThat(kept.embedded).isEmpty();
    try (Draft draft = draft(2, reworded)) {
      assertThat(draft.learn(Gate.asked(GOLDEN), kept)).isEqualTo(kept.vectors.keySet());
      assertThat(kept.embedded).isEmpty();
    }
  }

  /** The questions that are answered right. */
  private static Stream<GoldenQuestion> answered() {
    return GOLDEN.stream()
        .filter(question -> question.expect() == GoldenQuestion.Expect.FOUND)
        .filter(question -> question.isAnsweredRightBy(knowledge.ask(question.asked())));
  }

  private static Edition withFirst(String body) {
    Entry first = SHIPPED.entries().getFirst();
    List<Entry> entries = new ArrayList<>(SHIPPED.entries());
    entries.set(
        0,
        new Entry(
            first.id(),
            first.document(),
            first.title(),
            first.questions(),
            body,
            first.facts(),
            first.stored()));
    return edition(entries);
  }

  private static Edition edition(List<Entry> entries) {
    return new Edition(entries, SHIPPED.rules());
  }

  private Gate gate(Edition next, BiFunction<List<GoldenQuestion>, Trial, Gate> compare) {
    try (Draft draft = draft(2, next)) {
      return compare.apply(GOLDEN, draft.trial(kept).orElseThrow());
    }
  }

  private static Draft draft(int number, Edition edition) {
    return knowledge.draft(
        EVERYBODY,
        number,
        edition,
        ShippedGuidance.knowledge().vectors(EVERYBODY),
        Progress.UNHEARD);
  }

  /** Keeps vectors in memory, and notes which were new. */
  private static final class Kept implements KnownVectors {
    final Map<String, List<float[]>> vectors = new HashMap<>();
    final Set<String> embedded = new HashSet<>();

    @Override
    public Map<String, List<float[]>> find(Collection<String> keys) {
      Map<String, List<float[]>> found = new HashMap<>(vectors);
      found.keySet().retainAll(Set.copyOf(keys));
      return found;
    }

    @Override
    public void keep(Map<String, List<float[]>> fresh) {
      vectors.putAll(fresh);
      embedded.addAll(fresh.keySet());
    }
  }
}
