package org.rapport.bot.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.bot.release.Kitchen.COOK;
import static org.rapport.bot.release.Kitchen.edition;
import static org.rapport.bot.release.Kitchen.order;
import static org.rapport.knowledge.Knowledge.EVERYBODY;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;
import org.rapport.knowledge.index.Edition;

/** Guidance of an organisation that joins another. */
@ParameterizedClass
@EnumSource
class OwnedGuidanceTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Edition NOTHING = new Edition(List.of(), "");

  private final TestDatabase database;
  private final OwnedGuidance guidance = new OwnedGuidance();

  @TempDir Path folder;

  private Store store;
  private ReplicaUnderTest here;

  OwnedGuidanceTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    here = new ReplicaUnderTest(store, folder.resolve("here"), () -> NOW);
    release(EVERYBODY, edition("tea", "Steep it.", "soup", "Stir it."));
  }

  @AfterEach
  void close() {
    here.close();
    store.close();
  }

  @Test
  void itAnswersThePeopleOfTheOneThatItJoins() {
    release("guest", edition("tea", "Ask the canteen."));
    assertThat(here.answer("host", "tea")).isEqualTo("Steep it.");

    move();

    assertThat(here.answer("host", "tea")).isEqualTo("Ask the canteen.");
    assertThat(here.releases.all("guest")).isEmpty();
  }

  @Test
  void earlierGenerationsOfBothCanBeRolledBackTo() {
    release("host", edition("soup", "Ask the chef."));
    release("host", NOTHING);
    release("guest", edition("tea", "Ask the canteen."));
    release("guest", edition("tea", "Ask twice."));

    move();

    assertThat(here.releases.all("host")).extracting(Released::number).containsExactly(4, 3, 2, 1);
    assertThat(here.answer("host", "tea")).isEqualTo("Ask twice.");
    here.releases.rollBack("host", 3, COOK);
    assertThat(here.answer("host", "tea")).isEqualTo("Ask the canteen.");
    here.releases.rollBack("host", 1, COOK);
    assertThat(here.answer("host", "soup")).isEqualTo("Ask the chef.");
  }

  @Test
  void whatTheHostHasLiveStaysWhereTheGuestHasNothing() {
    release("host", edition("soup", "Ask the chef."));
    release("guest", edition("soup", "Ask the chef."));
    release("guest", NOTHING);

    move();

    assertThat(here.answer("host", "soup")).isEqualTo("Ask the chef.");
    assertThat(here.releases.all("host")).filteredOn(Released::isLive).hasSize(1);
    release("host", edition("soup", "Ask the new chef."));
    assertThat(here.answer("host", "soup")).isEqualTo("Ask the new chef.");
  }

  @Test
  void onlyTwoThatBothHaveSomeLiveClash() {
    release("guest", edition("tea", "Ask the canteen."));
    assertThat(clash()).isFalse();
    release("host", edition("soup", "Ask the chef."));
    assertThat(clash()).isTrue();
    release("guest", NOTHING);
    assertThat(clash()).isFalse();
  }

  @Test
  void whoReleasedItIsToldAndLeaves() {
    release("guest", edition("tea", "Ask the canteen."));
    assertThat(signed()).singleElement().asString().contains("generation 1");

    store.run(handle -> guidance.disguise(handle, "guest", COOK, "", "a key"));

    assertThat(signed()).isEmpty();
    assertThat(here.releases.all("guest")).extracting(Released::by).containsExactly("a key");
  }

  private List<String> signed() {
    return store.read(handle -> guidance.by(handle, "guest", COOK, ""));
  }

  private boolean clash() {
    return store.read(handle -> guidance.clash(handle, "guest", "host"));
  }

  private void move() {
    store.run(handle -> guidance.move(handle, "guest", "host"));
    here.replica.keepUp();
  }

  private void release(String owner, Edition edition) {
    here.release(order(owner, edition, List.of()));
  }
}
