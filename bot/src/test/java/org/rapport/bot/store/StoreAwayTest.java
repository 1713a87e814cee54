package org.rapport.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    await().until(store::reachable);
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
    await().until(store::reachable);
    assertThat(people.introduce(AMA)).isTrue();
  }

  @Test
  void redeliveredEventsAreStillRecognisedWhileItIsAway() {
    SeenEvents seen = new SeenEvents(store, InstantSource.system());
    line.cut();

    assertThat(seen.first("Ev1", "T1:C1:1.0")).isTrue();
    assertThat(seen.first("Ev2", "T1:C1:1.0")).isFalse();
  }

  private int countEvents() {
    return store.read(
        handle -> handle.select("select count(*) from seen_event").mapTo(Integer.class).one());
  }
}
