package org.rapport.bot.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

@ParameterizedClass
@EnumSource
class SeenEventsTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private Store store;
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");

  SeenEventsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    store = database.fresh(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aRedeliveredEventIsNotTheFirst() {
    SeenEvents seen = replica();

    assertThat(seen.first("Ev1", "T1:C1:1.0")).isTrue();
    assertThat(seen.first("Ev1", "T1:C1:1.0")).isFalse();
  }

  @Test
  void anEventIsRecognisedByAnyOfItsNames() {
    SeenEvents seen = replica();

    assertThat(seen.first("Ev1", "T1:C1:1.0")).isTrue();
    assertThat(seen.first("Ev2", "T1:C1:1.0")).isFalse();
    assertThat(seen.first("Ev2", "T1:C1:2.0")).isFalse();
    assertThat(seen.first("Ev3", "T1:C1:3.0")).isTrue();
  }

  @Test
  void anotherReplicaAndALaterProcessRecogniseIt() {
    assertThat(replica().first("Ev1")).isTrue();
    assertThat(replica().first("Ev1")).isFalse();
  }

  @Test
  void namesOfAnyLengthAreTold() {
    String endless = "x".repeat(5_000);

    assertThat(replica().first(endless + "a")).isTrue();
    assertThat(replica().first(endless + "b")).isTrue();
    assertThat(replica().first(endless + "a")).isFalse();
  }

  @Test
  void oneOfManyReplicasIsTheFirst() {
    AtomicInteger firsts = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 40)
          .forEach(i ->
              threads.execute(() -> {
                if (i % 2 == 0 ? replica().first("a", "b") : replica().first("b", "a")) {
                  firsts.incrementAndGet();
                }
              }));
    }

    assertThat(firsts).hasValue(1);
  }

  @Test
  void anEventIsForgottenAfterADay() {
    replica().first("Ev1");
    now = now.plus(Duration.ofHours(23));
    replica().forgetOld();
    assertThat(replica().first("Ev1")).isFalse();

    now = now.plus(Duration.ofHours(2));
    replica().forgetOld();
    assertThat(replica().first("Ev1")).isTrue();
  }

  private SeenEvents replica() {
    return new SeenEvents(store, () -> now);
  }
}
