package org.rapport.bot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.CapturedLog;

@ParameterizedClass
@EnumSource
class StoreTest {
  private final TestDatabase database;

  @TempDir Path folder;

  private Optional<String> url = Optional.empty();
  private Store store;

  StoreTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    url = database.freshUrl(folder);
    store = Store.open(new DataFolder(folder), url);
    store.migrate();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void rowsAreThereAfterReopening() {
    insert("a");
    store.close();
    store = Store.open(new DataFolder(folder), url);

    assertThat(count()).isEqualTo(1);
  }

  @Test
  void migratingAgainChangesNothing() {
    insert("a");
    store.migrate();

    assertThat(count()).isEqualTo(1);
    assertThat(store.tables()).isEqualTo(new Tables(18, 0, false));
  }

  @Test
  void anEmptyDatabaseSaysHowManyMigrationsWait() {
    try (Store empty = Store.open(new DataFolder(folder), database.freshUrl(folder))) {
      assertThat(empty.tables()).isEqualTo(new Tables(0, 15, false));
    }
  }

  @Test
  void tablesOfANewerVersionAreRecognised() {
    store.run(handle ->
        handle.execute(
            "insert into flyway_schema_history (installed_rank, version, description, type,"
                + " script, checksum, installed_by, execution_time, success)"
                + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)"));

    assertThat(store.tables()).isEqualTo(new Tables(99, 0, true));
  }

  @Test
  void aTransactionThatFailsLeavesNothing() {
    assertThatThrownBy(() ->
            store.run(handle -> {
              handle.execute("insert into seen_event (event_key, seen_at) values ('a', 1)");
              throw new IllegalStateException("half way");
            }))
        .hasMessage("half way");

    assertThat(count()).isZero();
  }

  @Test
  void concurrentWritersLoseNothing() {
    // Not so many at once that the last waits too long for the only connection of SQLite.
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      IntStream.range(0, 200).forEach(i -> threads.execute(() -> insert("key" + i)));
    }

    assertThat(count()).isEqualTo(200);
  }

  @Test
  void aReadDoesNotWaitForAnOpenWrite() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> write =
          threads.submit(() ->
              store.write(handle -> {
                int rows =
                    handle.execute("insert into seen_event (event_key, seen_at) values ('a', 1)");
                written.countDown();
                read.await();
                return rows;
              }));
      written.await();
      try {
        assertThat(count()).isZero();
      } finally {
        read.countDown();
      }
      assertThat(write.get()).isEqualTo(1);
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aWriteForLaterThatFailsTakesNoOtherWithItAndTheLogNamesIt() {
    try (CapturedLog log = new CapturedLog()) {
      log.mustNotHold("what a person typed");
      insertLater("a");
      store.later(
          "noting the broken one",
          handle -> {
            handle.execute("insert into seen_event (event_key, seen_at) values ('broken', 1)");
            throw new IllegalStateException("what a person typed");
          });
      store.later("noting what is refused", handle -> handle.execute("insert into no_table"));
      insertLater("b");
      store.settle();

      assertThat(log.lines())
          .anyMatch(line -> line.matches("(?s).*noting the broken one.*IllegalStateException.*"))
          .anyMatch(line -> line.contains("noting what is refused"));
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void settlingWaitsForWhatIsWrittenTogether() {
    CompletableFuture<Integer> writing =
        store.together(handle -> {
          IntStream.range(0, 200).forEach(_ -> handle.execute("select 1"));
          return 200;
        });

    store.settle();

    assertThat(writing).isCompletedWithValue(200);
  }

  @Test
  void itSaysThatItCanBeReached() {
    assertThat(store.reachable()).isTrue();
  }

  private void insert(String key) {
    store.run(
        handle -> handle.execute("insert into seen_event (event_key, seen_at) values (?, 1)", key));
  }

  private void insertLater(String key) {
    store.later(
        "noting " + key,
        handle -> handle.execute("insert into seen_event (event_key, seen_at) values (?, 1)", key));
  }

  private int count() {
    return store.read(
        handle -> handle.select("select count(*) from seen_event").mapTo(Integer.class).one());
  }
}
