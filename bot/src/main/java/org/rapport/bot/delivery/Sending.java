package org.rapport.bot.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that sends, wired once, and the threads that keep it going. */
public final class Sending implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sending.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(10);
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

  private final Store store;
  private final InstantSource clock;
  private final Round round;
  private final Runner runner;
  private final Reconciler reconciler;
  private final ExecutorService rounds = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService looks =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("sending-", 1).factory());

  /**
   * @param composer what people get
   * @param eligibility who may be written to now
   * @param outlets the channels that are there
   * @param meters counts what became of deliveries
   */
  public Sending(
      Store store,
      Freeze freeze,
      Composer composer,
      Eligibility eligibility,
      Map<Address.Kind, Outlet> outlets,
      InstantSource clock,
      MeterRegistry meters) {
    this.store = store;
    this.clock = clock;
    Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextLong());
    Courier courier = new Courier(composer, backoff, clock);
    this.round =
        new Round(
            new Claims(store),
            new Gate(eligibility, backoff),
            courier,
            new Recorder(store, clock, Sending::waited, meters),
            freeze,
            clock);
    this.runner = new Runner(store, freeze, round, outlets, rounds, clock);
    this.reconciler = new Reconciler(store, outlets, courier::isUnderway, rounds, clock);
  }

  /** Begins to send. */
  public void start() {
    every(BETWEEN_LOOKS, "looking for what is due", runner::runOnce);
    every(BETWEEN_QUESTIONS, "finding out what went out", reconciler::runOnce);
    every(BETWEEN_TIDYINGS, "forgetting what is old", () -> store.run(this::forgetOld));
  }

  /** Begins nothing more, and waits for a bounded time until what went out is recorded. */
  @Override
  public void close() {
    round.stop();
    looks.close();
    rounds.shutdown();
    try {
      if (!rounds.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("Stopped while messages were being sent; they are asked about at the next start");
        rounds.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      rounds.shutdownNow();
      Thread.currentThread().interrupt();
    }
    round.close();
  }

  private void forgetOld(Handle handle) {
    Budgets.forgetOld(handle, clock.instant());
    AddressEnds.forgetOld(handle, clock.instant());
  }

  private void every(Duration pause, String what, Runnable work) {
    ScheduledFuture<?> unused =
        looks.scheduleWithFixedDelay(
            () -> attempt(what, work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (StoreAway away) {
      log.debug("The database is away; left for later: {}", what);
    } catch (RuntimeException failed) {
      log.error("Failed: {}", what, failed);
    }
  }

  private static boolean waited() {
    try {
      Thread.sleep(BETWEEN_WRITES);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
