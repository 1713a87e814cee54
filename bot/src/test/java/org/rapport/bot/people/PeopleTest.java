package org.rapport.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class PeopleTest {
  private static final Address AMA = new Address(Address.Kind.SLACK, "T1", "U1");
  private static final Address BEN = new Address(Address.Kind.SLACK, "T1", "U2");
  private static final Address STRANGER = new Address(Address.Kind.SLACK, "T2", "U1");
  private static final Address AMA_IN_TEAMS = new Address(Address.Kind.TEAMS, "T1", "U1");

  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private People people;

  PeopleTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
    people = new People(store, InstantSource.system());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aPersonIsIntroducedOnce() {
    assertThat(people.introduce(AMA)).isTrue();
    assertThat(people.introduce(AMA)).isFalse();
    assertThat(people.introduce(BEN)).isTrue();
  }

  @Test
  void aPersonWhoWasIntroducedBeforeARestartIsNotIntroducedAgain() {
    people.introduce(AMA);
    store.settle();

    assertThat(new People(store, InstantSource.system()).introduce(AMA)).isFalse();
  }

  @Test
  void theSameIdInAnotherWorkspaceOrChannelIsAnotherPerson() {
    assertThat(List.of(AMA, STRANGER, AMA_IN_TEAMS)).allMatch(people::introduce);
  }

  @Test
  void peopleOfOneWorkspaceShareAnOrganisationAndOthersDoNot() {
    String organisation = people.organisation(AMA).orElseThrow();

    assertThat(people.organisation(BEN)).contains(organisation);
    assertThat(people.organisation(STRANGER)).isPresent().get().isNotEqualTo(organisation);
    assertThat(people.organisation(AMA_IN_TEAMS)).isPresent().get().isNotEqualTo(organisation);
  }

  @Test
  void aPersonIsIntroducedOnceHoweverManyMessagesComeTogether() {
    AtomicInteger introductions = new AtomicInteger();
    together(
        100,
        () -> {
          if (people.introduce(AMA)) {
            introductions.incrementAndGet();
          }
        });

    assertThat(introductions).hasValue(1);
    assertThat(rows("organisation")).isEqualTo(1);
    assertThat(rows("person")).isEqualTo(1);
    assertThat(rows("address")).isEqualTo(1);
  }

  @Test
  void aWorkspaceBecomesOneOrganisationHoweverManyComeTogether() {
    together(50, () -> people.organisation(AMA));

    assertThat(rows("organisation")).isEqualTo(1);
  }

  private static void together(int times, Runnable work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, times).forEach(i -> threads.execute(work));
    }
  }

  private int rows(String table) {
    store.settle();
    return store.read(
        handle -> handle.select("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
