package org.rapport.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.rapport.bot.store.TestDatabase;

/** A process that is killed while it sends, as by kill -9, and again, and once more. */
class KilledSendingTest extends DeliveryWorld {
  private static final int PEOPLE = 2_000;

  private int starts;

  KilledSendingTest() {
    super(TestDatabase.SQLITE);
  }

  @Test
  void everybodyGetsTheirsExactlyOnceHoweverOftenTheSenderIsKilled() {
    Instant now = Instant.now();
    plan(
        trust,
        many("T0TRUST", PEOPLE).stream()
            .map(each ->
                new Planned(each.person(), each.address(), now, now.plus(Duration.ofDays(1))))
            .toList());

    runUntil(() -> taken().size() > 200);
    runUntil(() -> taken().size() > 800);
    runUntil(() -> taken().size() > 1_400);
    runUntil(() -> counts().keySet().stream().noneMatch(this::isOpen));
    runUntil(() -> counts().equals(Map.of("sent", PEOPLE)));

    assertThat(taken()).hasSize(PEOPLE).doesNotHaveDuplicates();
  }

  private boolean isOpen(String status) {
    return status.equals("planned") || status.equals("claimed");
  }

  /** Starts a sender an hour later than the one before, and kills it at that moment. */
  private void runUntil(BooleanSupplier moment) {
    Process sender = start(starts++);
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> moment.getAsBoolean() || !sender.isAlive());
      assertThat(sender.isAlive()).isTrue();
    } finally {
      sender.destroyForcibly().onExit().join();
    }
  }

  private Process start(int hoursAhead) {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              SenderProcess.class.getName(),
              databaseFile(),
              platform().toString(),
              Integer.toString(hoursAhead))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String databaseFile() {
    return store.read(
        handle -> handle.select("select file from pragma_database_list").mapTo(String.class).one());
  }

  private Path platform() {
    return folder.resolve("platform.txt");
  }

  /** Who got a message, in the order they did. */
  private List<String> taken() {
    try {
      return Files.exists(platform())
          ? Files.readAllLines(platform()).stream().map(line -> line.split(" ")[1]).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
