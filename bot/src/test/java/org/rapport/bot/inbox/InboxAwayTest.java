package org.rapport.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.store.CuttableLine;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.bot.store.TestDatabase;

/** Replicas whose database goes away and comes back. */
class InboxAwayTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private CuttableLine line;
  private Store store;
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");

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
  void nobodyIsTakenForLostBecauseTheDatabaseWasAway() {
    Inbox slow = replica();
    Ticket ticket = keep(slow);
    Inbox other = replica();
    other.resume(Address.Kind.SLACK, (taken, _) -> answer(taken, "taken over"));

    line.cut();
    now = now.plus(Inbox.LEASE.multipliedBy(2));
    assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> other.runOnce(true));
    comeBack();
    other.runOnce(true);
    assertThat(sent).isEmpty();
    answer(ticket, "slow");
    now = now.plus(Inbox.LEASE);
    other.runOnce(true);
    assertThat(sent).containsExactly("slow");
  }

  @Test
  void afterItWasAwayOthersAreWaitedForALeaseAndNotUntilAClockThatWasPutBackCatchesUp() {
    keep(replica());
    Inbox other = replica();
    other.resume(Address.Kind.SLACK, (taken, _) -> answer(taken, "taken over"));
    line.cut();
    assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> other.runOnce(true));
    comeBack();

    now = now.minus(Duration.ofDays(1));
    other.runOnce(true);

    assertThat(sent).containsExactly("taken over");
  }

  @Test
  void whatIsAnsweredMeanwhileIsForgottenWhenItIsBack() {
    Ticket ticket = keep(replica());

    line.cut();
    answer(ticket, "a");
    assertThat(sent).containsExactly("a");
    comeBack();
    store.settle();
    assertThat(rows()).isZero();
  }

  private void comeBack() {
    line.mend();
    await().atMost(PATIENCE).until(store::reachable);
  }

  private Inbox replica() {
    return new Inbox(
        store,
        new SeenEvents(store, () -> now),
        TestKeys.some(),
        () -> now,
        new SimpleMeterRegistry());
  }

  private static Ticket keep(Inbox inbox) {
    Ticket ticket = inbox.ticket(new Arrival(Address.Kind.SLACK, List.of("event"), "kept"));
    inbox.keep(ticket);
    return ticket;
  }

  private void answer(Ticket ticket, String words) {
    ticket.answer(() ->
        Answering.send(() -> {
          sent.add(words);
          return new SendResult.Sent("1");
        }));
  }

  private int rows() {
    return store.read(
        handle -> handle.select("select count(*) from inbox").mapTo(Integer.class).one());
  }
}
