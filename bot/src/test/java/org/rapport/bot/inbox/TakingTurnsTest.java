package org.rapport.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.keys.TestKeys;
import org.rapport.bot.message.SampleMessages;
import org.rapport.bot.store.Store;

class TakingTurnsTest {
  private static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");
  private static final Incoming QUESTION = new Incoming.Asked(CHIEF, "how?", false);

  @TempDir Path folder;

  private final CountDownLatch thought = new CountDownLatch(1);
  private final AtomicInteger thinking = new AtomicInteger();
  private final TakingTurns turns = new TakingTurns(new SlowThinker(), 1);

  @AfterEach
  void close() {
    turns.close();
  }

  @Test
  void acknowledgedQuestionsWaitForTheirTurnAndNothingElseDoes() {
    try (Store store = Store.embedded(folder.resolve("rapport.db"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.migrate();
      Inbox inbox = inbox(store);
      for (int i = 0; i < 5; i++) {
        Ticket ticket =
            inbox.ticket(new Arrival(Address.Kind.SLACK, List.of("event " + i), "kept"));
        inbox.keep(ticket);
        threads.execute(() -> ticket.answer(() -> turns.reply(QUESTION)));
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> turns.waiting() == 4);
      assertThat(thinking).hasValue(1);

      threads.execute(() -> turns.reply(QUESTION));
      await().atMost(Duration.ofMinutes(1)).until(() -> thinking.get() == 2);
      thought.countDown();
    }
    assertThat(thinking).hasValue(6);
  }

  @Test
  void aQuestionWaitsWhileSomebodyWaitsForAnAcknowledgementButNotForLong() {
    AtomicInteger looks = new AtomicInteger();
    turns.giveWayTo(() -> {
      looks.incrementAndGet();
      assertThat(thinking).hasValue(0);
      return 1;
    });
    thought.countDown();
    try (Store store = Store.embedded(folder.resolve("rapport.db"))) {
      store.migrate();
      Inbox inbox = inbox(store);
      Ticket ticket = inbox.ticket(new Arrival(Address.Kind.SLACK, List.of("event"), "kept"));
      inbox.keep(ticket);

      ticket.answer(() -> turns.reply(QUESTION));
    }

    assertThat(thinking).hasValue(1);
    assertThat(looks).hasValueGreaterThan(1);
  }

  private static Inbox inbox(Store store) {
    return new Inbox(
        store,
        new SeenEvents(store, InstantSource.system()),
        TestKeys.some(),
        InstantSource.system(),
        new SimpleMeterRegistry());
  }

  /** Thinks until it may stop. */
  private final class SlowThinker implements Responder {
    @Override
    public Reply reply(Incoming incoming) {
      thinking.incrementAndGet();
      try {
        thought.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return new Reply(SampleMessages.found(), false);
    }

    @Override
    public FormReply reply(FormStep step) {
      throw new IllegalStateException("Nobody fills in a form here");
    }
  }
}
