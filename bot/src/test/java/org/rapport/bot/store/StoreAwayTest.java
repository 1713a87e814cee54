package org.rapport.bot.store;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.people.People;

class StoreAwayTest {
  private static final Address AMA = new Address(Address.Kind.SLACK, "T1", "U1");

  @TempDir Path folder;

  private CuttableLine line;
  private Store store;

  @BeforeEach
  void connect() {
    line = CuttableLine.to(TestDatabase.postgresPort());
    String url = TestDatabase.POSTGRES.freshUrl(folder).orElseThrow();
    store = Store.postgres(url.replace(":" + TestDatabase.postgresPort(), ":" + line.port()));
    store.migrate();
  }

  @AfterEach
  void close() {
    store.close();
    line.close();
  }

  @Test
  void callsFailAsAwayAndWorkAgainWhenTheDatabaseIsBack() {
    line.cut();

    assertThat(store.reachable()).isFalse();
    assertThatExceptionOfType(StoreAway.class).isThrownBy(this::countEvents);

    line.mend();
    awaitDatabase();
    assertThat(countEvents()).isZero();
  }

  @Test
  void whatIsAttemptedIsLeftUndoneWhileItIsAway() {
    line.cut();

    assertThat(store.attempt("counting", this::countEvents)).isEmpty();
  }

  @Test
  void aPersonIsIntroducedLaterThatCouldNotBeWhileItWasAway() {
    People people = new People(store, InstantSource.system());
    line.cut();

    assertThat(people.introduce(AMA)).isFalse();
    assertThat(people.organisation(AMA)).isEqualTo(Optional.empty());

    line.mend();
    awaitDatabase();
    assertThat(people.introduce(AMA)).isTrue();
  }

  @Test
  void redeliveredEventsAreStillRecognisedWhileItIsAway() {
    SeenEvents seen = new SeenEvents(store, InstantSource.system());
    line.cut();

    assertThat(seen.first("Ev1", "T1:C1:1.0")).isTrue();
    assertThat(seen.first("Ev2", "T1:C1:1.0")).isFalse();
  }

  @Test
  void whatIsLeftOfABrokenBatchOfWritesWaitsUntilTheDatabaseIsBack() {
    AtomicBoolean cut = new AtomicBoolean();
    store.later(
        "a broken write",
        handle -> {
          throw new IllegalStateException("broken");
        });
    store.later(
        "the write that meets the cut",
        handle -> {
          if (!cut.getAndSet(true)) {
            line.cut();
          }
          insert(handle, "a");
        });
    store.later("the last write", handle -> insert(handle, "b"));
    store.settle();

    line.mend();
    awaitDatabase();
    store.settle();
    assertThat(countEvents()).isEqualTo(2);
  }

  @Test
  void aStopSaysHowManyWritesAreLeftUndone() {
    line.cut();
    try (CapturedLog log = new CapturedLog()) {
      store.later("the first write", handle -> insert(handle, "a"));
      store.later("the last write", handle -> insert(handle, "b"));
      store.close();

      assertThat(log.lines()).anyMatch(line -> line.contains("Stopped with 2 writes left undone"));
    }
  }

  @Test
  void aWriteAfterTheStopIsNamedAsLeftUndone() {
    store.close();
    try (CapturedLog log = new CapturedLog()) {
      store.later("the first write", handle -> insert(handle, "a"));
      store.later("the last write", handle -> insert(handle, "b"));

      assertThat(log.lines())
          .anyMatch(line -> line.contains("left undone: the first write"))
          .anyMatch(line -> line.contains("left undone: the last write"));
    }
  }

  private void awaitDatabase() {
    await().atMost(1, MINUTES).until(store::reachable);
  }

  private static void insert(Handle handle, String key) {
    handle.execute("insert into seen_event (event_key, seen_at) values (?, 1)", key);
  }

  private int countEvents() {
    return store.read(
        handle -> handle.select("select count(*) from seen_event").mapTo(Integer.class).one());
  }
}
