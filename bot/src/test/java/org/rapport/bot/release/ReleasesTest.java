package org.rapport.bot.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.bot.release.Kitchen.COOK;
import static org.rapport.bot.release.Kitchen.edition;
import static org.rapport.bot.release.Kitchen.forced;
import static org.rapport.bot.release.Kitchen.golden;
import static org.rapport.bot.release.Kitchen.order;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Difference;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.Progress;
import org.rapport.knowledge.embed.RememberedTexts;
import org.rapport.knowledge.evaluate.Gate;
import org.rapport.knowledge.evaluate.GoldenQuestion;
import org.rapport.knowledge.index.Generations;

@ParameterizedClass
@EnumSource
class ReleasesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private ReplicaUnderTest here;

  ReleasesTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    here = replica("here");
  }

  @AfterEach
  void close() {
    here.close();
    store.close();
  }

  @Test
  void theFirstReleaseIsLive() {
    Release release = here.release(order(EVERYBODY, edition("tea", "Steep it."), golden("tea")));

    assertThat(release)
        .isInstanceOfSatisfying(
            Release.Live.class,
            live -> {
              assertThat(live.number()).isEqualTo(1);
              assertThat(live.gate()).isEmpty();
              assertThat(live.difference().added()).containsExactly("tea");
            });
    assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");
    assertThat(here.releases.all(EVERYBODY))
        .containsExactly(
            new Released(
                1,
                edition("tea", "Steep it.").digest(),
                1,
                Released.Origin.FOLDER,
                "cook",
                NOW,
                true));
  }

  @Test
  void whatIsLiveAlreadyIsNotBuiltAgainUnlessForced() {
    Order order = order(EVERYBODY, edition("tea", "Steep it."), golden("tea"));
    here.release(order);

    assertThat(here.release(order)).isEqualTo(new Release.Unchanged(1, 1));
    assertThat(here.release(forced(order)))
        .isInstanceOfSatisfying(
            Release.Live.class,
            live -> {
              assertThat(live.number()).isEqualTo(2);
              assertThat(live.embedded()).isZero();
            });
  }

  @Test
  void aReleaseThatLosesGoldenQuestionsIsRefusedAndSaysWhich() {
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));

    Order worse = order(EVERYBODY, edition("tea", "Steep it long."), golden("tea", "soup"));

    assertThat(here.release(worse))
        .isInstanceOfSatisfying(
            Release.Refused.class,
            refused -> {
              assertThat(refused.gate().lost())
                  .singleElement()
                  .satisfies(lost -> {
                    assertThat(lost.question().id()).isEqualTo("g-soup");
                    assertThat(lost.before()).isEqualTo("soup");
                  });
            });
    assertThat(here.answer(EVERYBODY, "soup")).isEqualTo("Stir it.");
    assertThat(here.release(forced(worse))).isInstanceOf(Release.Live.class);
    assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it long.");
  }

  @Test
  void whatIsLostWithinTheMarginGoesLive() {
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));
    Order worse = order(EVERYBODY, edition("tea", "Steep it."), golden("tea", "soup"));

    Order lenient =
        new Order(
            EVERYBODY, worse.edition(), Released.Origin.FOLDER, worse.golden(), 0.5, false, COOK);

    assertThat(here.release(lenient)).isInstanceOf(Release.Live.class);
  }

  @Test
  void aRehearsalSaysWhatWouldChangeAndChangesNothing() {
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));

    Release release =
        here.releases.rehearse(
            order(
                EVERYBODY,
                edition("tea", "Steep it long.", "bread", "Bake it."),
                golden("tea", "soup", "bread")),
            Progress.UNHEARD);

    assertThat(release)
        .isInstanceOfSatisfying(
            Release.Rehearsed.class,
            rehearsed -> {
              assertThat(rehearsed.difference())
                  .isEqualTo(new Difference(List.of("bread"), List.of("tea"), List.of("soup")));
              Gate gate = rehearsed.gate().orElseThrow();
              assertThat(gate.changes())
                  .extracting(change -> change.question().id())
                  .containsExactly("g-tea", "g-soup", "g-bread");
              assertThat(gate.lost()).extracting(Gate.Change::before).containsExactly("soup");
              assertThat(rehearsed.passes()).isTrue();
            });
    assertThat(here.answer(EVERYBODY, "soup")).isEqualTo("Stir it.");
    assertThat(here.releases.all(EVERYBODY)).hasSize(1);
  }

  @Test
  void anotherReplicaFollowsWithoutEmbeddingAndBackAgain() {
    try (ReplicaUnderTest there = replica("there")) {
      here.release(order(EVERYBODY, edition("tea", "Steep it."), List.of()));
      here.release(order("acme", edition("tea", "Ask Ama."), List.of()));

      there.replica.keepUp();

      assertThat(there.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");
      assertThat(there.answer("acme", "tea")).isEqualTo("Ask Ama.");
      assertThat(there.answer("other", "tea")).isEqualTo("Steep it.");

      here.release(order(EVERYBODY, edition("tea", "Steep it long."), List.of()));
      there.replica.keepUp();
      assertThat(there.answer(EVERYBODY, "tea")).isEqualTo("Steep it long.");

      there.releases.rollBack(EVERYBODY, 1, COOK);
      here.replica.keepUp();
      assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");
    }
  }

  @Test
  void noQuestionFailsOrMixesGenerationsWhileReplicasFollow() throws Exception {
    here.release(order(EVERYBODY, edition("tea", "Steep it 1 times."), List.of()));
    AtomicBoolean done = new AtomicBoolean();
    try (ReplicaUnderTest there = replica("there");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      there.replica.keepUp();
      List<Future<Integer>> askers =
          Stream.of(here, here, there, there)
              .map(replica -> threads.submit(() -> askUntil(done, replica)))
              .toList();
      try {
        for (int i = 2; i <= 6; i++) {
          here.release(order(EVERYBODY, edition("tea", "Steep it " + i + " times."), List.of()));
          there.replica.keepUp();
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> asker : askers) {
        assertThat(asker.get()).isPositive();
      }
    }
  }

  /** Asks again and again; generation n says n. Returns how often. */
  private static int askUntil(AtomicBoolean done, ReplicaUnderTest replica) {
    int asked = 0;
    while (!done.get() || asked == 0) {
      Answer answer = replica.knowledge.ask(EVERYBODY, new Question(Kitchen.question("tea")));
      assertThat(((Answer.Found) answer).shortAnswer())
          .isEqualTo("Steep it " + answer.generation() + " times.");
      asked++;
    }
    return asked;
  }

  @Test
  void allVectorsOfAReleaseAreInTheDatabase() {
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));

    try (ReplicaUnderTest there = replica("there");
        var draft =
            there.knowledge.draft(
                EVERYBODY,
                1,
                edition("tea", "Steep it.", "soup", "Stir it."),
                new KeptVectors(store, EVERYBODY),
                Progress.UNHEARD)) {
      assertThat(draft.embedded()).isZero();
    }
  }

  @Test
  void theVectorsOfTheGoldenQuestionsAreKeptFromTheFirstReleaseOn() {
    Set<String> ofTea = RememberedTexts.keys(List.of(golden("tea").getFirst().words()));
    Set<String> ofSoup = RememberedTexts.keys(List.of(golden("soup").getFirst().words()));

    here.release(order(EVERYBODY, edition("tea", "Steep it."), golden("tea")));
    assertThat(new KeptVectors(store, EVERYBODY).find(ofTea)).hasSize(1);

    for (int i = 1; i <= Releases.KEPT; i++) {
      here.release(order(EVERYBODY, edition("tea", "Steep it " + i + " times."), golden("soup")));
    }
    assertThat(new KeptVectors(store, EVERYBODY).find(ofTea)).isEmpty();
    assertThat(new KeptVectors(store, EVERYBODY).find(ofSoup)).hasSize(1);
  }

  @Test
  void aSmallChangeAmongManyAsksOnlyWhatItTouchesAndARehearsalAsksAll() {
    String[] dishes = new String[60];
    for (int i = 0; i < dishes.length; i += 2) {
      dishes[i] = "dish-" + i;
      dishes[i + 1] = "Boil it.";
    }
    here.release(order(EVERYBODY, edition(dishes), List.of()));
    dishes[1] = "Fry it.";
    Order order =
        order(
            EVERYBODY,
            edition(dishes),
            List.of(
                golden("dish-0").getFirst(),
                new GoldenQuestion(
                    "far", "is it going to rain in Oslo", GoldenQuestion.Expect.FAR, Set.of())));

    assertThat(here.releases.rehearse(order, Progress.UNHEARD))
        .isInstanceOfSatisfying(
            Release.Rehearsed.class,
            rehearsed -> assertThat(rehearsed.gate().orElseThrow().untouched()).isZero());
    assertThat(here.release(order))
        .isInstanceOfSatisfying(
            Release.Live.class,
            live -> {
              Gate gate = live.gate().orElseThrow();
              assertThat(gate.asked()).isEqualTo(1);
              assertThat(gate.untouched()).isEqualTo(1);
              assertThat(gate.changes())
                  .extracting(change -> change.question().id())
                  .containsExactly("g-dish-0");
            });
  }

  @Test
  void whatAnswersHereAlreadyIsAdoptedWithItsVectors() {
    Order order = order(EVERYBODY, edition("tea", "Steep it."), List.of());
    try (var draft =
        here.knowledge.draft(EVERYBODY, 1, order.edition(), KnownVectors.NONE, Progress.UNHEARD)) {
      draft.goLive();
    }

    assertThat(here.releases.adopt(order)).isTrue();
    assertThat(here.releases.adopt(order)).isFalse();

    try (ReplicaUnderTest there = replica("there")) {
      there.replica.keepUp();
      assertThat(there.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");
    }
    List<String> vectors = Indexing.vectorKeys(order.edition());
    assertThat(new KeptVectors(store, EVERYBODY).find(vectors)).hasSameSizeAs(vectors);
  }

  @Test
  void fiveGenerationsAreKeptAndTheLiveOneAlways() throws Exception {
    for (int i = 1; i <= 7; i++) {
      here.release(order(EVERYBODY, edition("tea", "Steep it " + i + " minutes."), List.of()));
    }
    assertThat(here.releases.all(EVERYBODY))
        .extracting(Released::number)
        .containsExactly(7, 6, 5, 4, 3);
    assertThat(directories()).hasSize(5);
    assertThatThrownBy(() -> here.releases.rollBack(EVERYBODY, 2, COOK))
        .isInstanceOf(Releases.NotKept.class)
        .hasMessageContaining("expected one of [7, 6, 5, 4, 3]");

    here.releases.rollBack(EVERYBODY, 3, COOK);
    for (int i = 8; i <= 9; i++) {
      here.release(order(EVERYBODY, edition("tea", "Steep it " + i + " minutes."), List.of()));
    }

    assertThat(here.releases.all(EVERYBODY))
        .extracting(Released::number)
        .containsExactly(9, 8, 7, 6, 5);
    here.releases.rollBack(EVERYBODY, 7, COOK);
    assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it 7 minutes.");
  }

  @Test
  void aGenerationThatIsGoneFromThisDiskIsBuiltFromTheDatabase() throws Exception {
    here.release(order(EVERYBODY, edition("tea", "Steep it."), List.of()));
    here.release(order(EVERYBODY, edition("tea", "Steep it long."), List.of()));
    here.knowledge.keepOnly(EVERYBODY, List.of());
    assertThat(directories()).hasSize(1);

    here.releases.rollBack(EVERYBODY, 1, COOK);

    assertThat(here.answer(EVERYBODY, "tea")).isEqualTo("Steep it.");
  }

  @Test
  void nobodyReleasesWhileAnotherDoes() {
    here.release(order(EVERYBODY, edition("tea", "Steep it."), List.of()));
    try (ReplicaUnderTest there = replica(database == TestDatabase.SQLITE ? "here" : "there")) {
      Order next = order(EVERYBODY, edition("tea", "Steep it long."), List.of());
      Progress meanwhile =
          (done, total) ->
              assertThatThrownBy(() -> there.release(next)).isInstanceOf(Generations.Busy.class);

      assertThat(here.releases.release(next, meanwhile)).isInstanceOf(Release.Live.class);
    }
  }

  @Test
  void whoDidWhatIsInTheAuditTrail() {
    here.release(order(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."), List.of()));
    here.release(order(EVERYBODY, edition("tea", "Steep it."), golden("soup")));
    here.release(forced(order(EVERYBODY, edition("tea", "Steep it."), golden("soup"))));
    here.releases.rollBack(EVERYBODY, 1, COOK);
    here.release(order("acme", edition("tea", "Ask Ama."), List.of()));

    List<Audit.Line> trail = new Audit(store, () -> NOW).last(EVERYBODY, 10);

    assertThat(trail)
        .allSatisfy(line -> {
          assertThat(line.by()).isEqualTo(COOK);
          assertThat(line.at()).isEqualTo(NOW);
        });
    assertThat(trail)
        .extracting(Audit.Line::deed)
        .containsExactlyInAnyOrder(
            deed("reindex", 1, Deed.Result.DONE, "2 added, 0 changed, 0 removed"),
            deed("reindex", 2, Deed.Result.REFUSED, "0 of 1 golden questions right, 1 before"),
            deed("reindex", 2, Deed.Result.DONE, "0 added, 0 changed, 1 removed, forced"),
            deed("rollback", 1, Deed.Result.DONE, "generation 2 before"));
    assertThat(new Audit(store, () -> NOW).last("acme", 10)).hasSize(1);
  }

  private static Deed deed(String action, int number, Deed.Result result, String detail) {
    return new Deed(EVERYBODY, action, "generation " + number, result, detail);
  }

  private ReplicaUnderTest replica(String disk) {
    return new ReplicaUnderTest(store, folder.resolve(disk), () -> NOW);
  }

  private List<String> directories() throws Exception {
    try (Stream<Path> list = Files.list(folder.resolve("here"))) {
      return list.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("generation-"))
          .toList();
    }
  }
}
