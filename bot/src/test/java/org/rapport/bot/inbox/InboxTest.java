package org.rapport.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.CapturedLog;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.TestDatabase;

/** Each acknowledged event is answered once or listed as failed, whatever stops in between. */
@ParameterizedClass
@EnumSource
class InboxTest {
  private final TestDatabase database;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  private Store store;
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");

  InboxTest(TestDatabase database) {
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
  void whatIsAcknowledgedIsInTheDatabaseAndNobodyCanReadItThere() {
    keep(replica(), "how do I start?");

    assertThat(rows()).singleElement().asString().startsWith("waiting").doesNotContain("start");
  }

  @Test
  void whatIsAnsweredIsForgotten() {
    answer(keep(replica(), "a"), "a");

    assertThat(sent).containsExactly("a");
    thenNothingIsLeft();
  }

  @Test
  void whatCallsForNoAnswerIsForgotten() {
    keep(replica(), "a").answer(() -> {});

    thenNothingIsLeft();
    assertThat(failed("")).isZero();
  }

  @Test
  void whatIsDeliveredTwiceIsAnsweredOnce() {
    Inbox one = replica();
    answer(keep(one, "a"), "first");
    answer(keep(one, "a"), "again");
    answer(keep(replica(), "a"), "elsewhere");

    assertThat(sent).containsExactly("first");
    thenNothingIsLeft();
  }

  @Test
  void whatALostProcessLeftIsAnsweredByAnotherOnceItsLeaseIsOver() {
    keep(replica(), "a");
    Inbox other = replica();
    listen(other);

    other.runOnce(true);
    assertThat(sent).isEmpty();
    later(Inbox.LEASE);
    other.runOnce(true);
    assertThat(sent).containsExactly("a");
    thenNothingIsLeft();
  }

  @Test
  void whatALostProcessLeftIsAnsweredThoughTheClockWasPutBack() {
    keep(replica(), "a");
    Inbox lost = replica();
    lost.begin(keep(lost, "b").id());
    later(Duration.ofDays(-1));
    Inbox other = replica();
    listen(other);

    other.runOnce(true);

    assertThat(sent).containsExactly("a");
    assertThat(failed("unconfirmed")).isEqualTo(1);
  }

  @Test
  void noWordsAreKeptForLongerBecauseTheClockWasPutBack() {
    Inbox inbox = replica();
    keep(inbox, "a");
    later(Duration.ofDays(-1));
    inbox.runOnce(false);
    assertThat(rows()).hasSize(1);

    later(Inbox.KEPT.plusSeconds(1));
    inbox.runOnce(false);

    assertThat(rows()).isEmpty();
    assertThat(failed("expired")).isEqualTo(1);
  }

  @Test
  void withoutADatabaseNothingIsSentOnALeaseThatTheClockWasPutBackIn() {
    Ticket kept = keep(replica(), "a");
    store.close();
    later(Duration.ofDays(-1));

    answer(kept, "a");

    assertThat(sent).isEmpty();
    assertThat(failed("database_away")).isEqualTo(1);
  }

  @Test
  void itIsAnsweredInTheOrderItCame() {
    Inbox lost = replica();
    List<String> words = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
    words.forEach(it -> keep(lost, it));
    Inbox other = replica();
    listen(other);

    later(Inbox.LEASE);
    other.runOnce(true);
    assertThat(sent).isEqualTo(words);
  }

  @Test
  void ofManyReplicasOneTakesItOver() {
    keep(replica(), "a");
    later(Inbox.LEASE);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 16; i++) {
        Inbox replica = replica();
        listen(replica);
        threads.execute(() -> replica.runOnce(true));
      }
    }

    assertThat(sent).containsExactly("a");
  }

  @Test
  void nothingIsTakenOverFromAProcessThatIsAliveOrByOneThatIsNotReady() {
    Inbox slow = replica();
    keep(slow, "a");
    Inbox other = replica();
    listen(other);

    later(Duration.ofSeconds(15));
    slow.runOnce(true);
    later(Duration.ofSeconds(15));
    other.runOnce(true);
    assertThat(sent).isEmpty();
    later(Inbox.LEASE);
    other.runOnce(false);
    assertThat(sent).isEmpty();
  }

  @Test
  void aProcessThatWasThoughtLostSendsNothingThatAnotherAnswered() {
    Ticket slow = keep(replica(), "a");
    Inbox other = replica();
    listen(other);
    later(Inbox.LEASE);
    other.runOnce(true);

    answer(slow, "late");
    assertThat(sent).containsExactly("a");
    assertThat(failed("")).isZero();
  }

  @Test
  void aReplyThatWasBegunAndNotRecordedIsListedAsFailedAndNotSentAgain() {
    Inbox lost = replica();
    Ticket begun = keep(lost, "a");
    lost.begin(begun.id());
    Inbox other = replica();
    listen(other);

    later(Inbox.LEASE);
    try (CapturedLog log = new CapturedLog()) {
      other.runOnce(true);
      assertThat(log.lines()).anyMatch(line -> line.contains(begun.id()));
    }
    assertThat(sent).isEmpty();
    assertThat(failed("unconfirmed")).isEqualTo(1);
    assertThat(rows()).containsExactly("failed unconfirmed ");
  }

  @Test
  void whatTheChannelRefusesIsListedAsFailedWithoutItsWords() {
    keep(replica(), "a")
        .answer(() -> Answering.send(() -> new SendResult.Refused("channel_not_found")));

    store.settle();
    assertThat(rows()).containsExactly("failed channel_not_found ");
    assertThat(failed("channel_not_found")).isEqualTo(1);
  }

  @Test
  void whatWentOutAnotherWayInTheEndIsAnswered() {
    keep(replica(), "a")
        .answer(() -> {
          Answering.send(() -> new SendResult.Refused("user_not_in_channel"));
          Answering.send(() -> new SendResult.Sent("1"));
        });

    thenNothingIsLeft();
    assertThat(failed("user_not_in_channel")).isZero();
  }

  @Test
  void anAnswerThatBreaksIsListedAsFailed() {
    keep(replica(), "a")
        .answer(() -> {
          throw new IllegalStateException("broken");
        });

    assertThat(failed("broken")).isEqualTo(1);
  }

  @Test
  void afterHalfAnHourItIsListedAsFailedAndNothingOfItIsKept() {
    Inbox inbox = replica();
    keep(inbox, "a");
    keep(inbox, "b").answer(() -> Answering.send(() -> new SendResult.Refused("no")));
    store.settle();

    later(Inbox.KEPT.plusSeconds(1));
    inbox.runOnce(false);
    assertThat(rows()).isEmpty();
    assertThat(failed("expired")).isEqualTo(1);
  }

  @Test
  void whatIsNotBegunAtAStopIsTakenOverAtOnce() {
    Inbox stopping = replica();
    keep(stopping, "a");
    stopping.close();
    Inbox other = replica();
    listen(other);

    later(Duration.ofMillis(1));
    other.runOnce(true);
    assertThat(sent).containsExactly("a");
  }

  @Test
  void whatWasSealedByKeysThatAreGoneIsListedAsFailed() {
    keep(replica(), "a");
    store.run(handle -> handle.execute("update inbox set event = 'v1.00000000.'"));
    Inbox other = replica();
    listen(other);

    later(Inbox.LEASE);
    other.runOnce(true);
    assertThat(failed("unopened")).isEqualTo(1);
  }

  @Test
  void withoutADatabaseItIsAnsweredFromMemoryAndOnce() {
    store.close();
    Inbox inbox = replica();
    answer(keep(inbox, "a"), "a");
    answer(keep(inbox, "a"), "again");

    assertThat(sent).containsExactly("a");
  }

  @Test
  void whatWasKeptIsAnsweredThoughTheDatabaseIsLostMeanwhileWhileNobodyElseCanHaveTakenIt() {
    Inbox inbox = replica();
    Ticket early = keep(inbox, "a");
    Ticket late = keep(inbox, "b");
    store.close();

    answer(early, "a");
    later(Inbox.LEASE.multipliedBy(2));
    answer(late, "b");
    assertThat(sent).containsExactly("a");
    assertThat(failed("database_away")).isEqualTo(1);
  }

  @Test
  void hundredsThatComeAtOnceAreAllKept() {
    Inbox inbox = replica();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 500).forEach(i -> threads.execute(() -> keep(inbox, "question " + i)));
    }

    assertThat(rows()).hasSize(500);
  }

  private Inbox replica() {
    return new Inbox(store, new SeenEvents(store, () -> now), TestKeys.some(), () -> now, meters);
  }

  private void listen(Inbox inbox) {
    inbox.resume(Address.Kind.SLACK, this::answer);
  }

  private static Ticket keep(Inbox inbox, String words) {
    Ticket ticket = inbox.ticket(new Arrival(Address.Kind.SLACK, List.of("event " + words), words));
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

  private void later(Duration by) {
    now = now.plus(by);
  }

  private double failed(String reason) {
    return meters.find("rapport.inbox.failed").counters().stream()
        .filter(counter -> reason.isEmpty() || reason.equals(counter.getId().getTag("reason")))
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private void thenNothingIsLeft() {
    assertThat(rows()).isEmpty();
  }

  /** The rows, once all that was written so far is there. */
  private List<String> rows() {
    store.together(handle -> 0).join();
    return store.read(handle ->
        handle
            .select("select state, reason, event from inbox")
            .map((row, _) ->
                row.getString("state")
                    + " "
                    + row.getString("reason")
                    + " "
                    + row.getString("event"))
            .list());
  }
}
