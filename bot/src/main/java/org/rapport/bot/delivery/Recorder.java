package org.rapport.bot.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what came of a batch, and what that says about its workspace, in one transaction. While
 * the database is away it goes on trying until the lease is over.
 */
final class Recorder {
  private static final Logger log = LoggerFactory.getLogger(Recorder.class);

  private final Store store;
  private final InstantSource clock;
  private final Interval between;
  private final MeterRegistry meters;

  /** Waits between two tries; a test's own does not. */
  @FunctionalInterface
  interface Interval {
    /** Whether all of it passed: it does not when the process stops. */
    boolean passed();
  }

  /**
   * @param meters counts outcomes, by kind and channel
   */
  Recorder(Store store, InstantSource clock, Interval between, MeterRegistry meters) {
    this.store = store;
    this.clock = clock;
    this.between = between;
    this.meters = meters;
  }

  /**
   * Writes all or nothing.
   *
   * @return false if the lease is over: others find the deliveries claimed, and ask about them
   */
  boolean record(Batch batch, Pace pace, List<Settled> settled) {
    while (true) {
      try {
        store.run(handle -> write(handle, batch, pace, settled));
        settled.forEach(each -> count(batch.lane(), each.outcome()));
        return true;
      } catch (StoreAway | JdbiException unwritten) {
        if (!clock.instant().isBefore(batch.leaseUntil()) || !between.passed()) {
          log.error("The outcomes of {} deliveries are not recorded", settled.size());
          return false;
        }
      }
    }
  }

  private void write(Handle handle, Batch batch, Pace pace, List<Settled> settled) {
    Instant now = clock.instant();
    Lane lane = batch.lane();
    // The lane first, as claiming does, so that no two transactions wait for each other.
    Budgets.hold(handle, lane);
    Outcomes.write(handle, batch.claim(), settled, now);
    int unasked = count(settled, Outcome.Skipped.class) + count(settled, Outcome.Wait.class);
    if (unasked > 0) {
      Budgets.giveBack(handle, lane, pace, unasked);
    }
    health(handle, lane, settled, now);
    settled.stream()
        .map(Settled::outcome)
        .filter(Outcome.Throttled.class::isInstance)
        .map(outcome -> ((Outcome.Throttled) outcome).until())
        .max(Instant::compareTo)
        .ifPresent(until -> Budgets.block(handle, lane, until, now));
  }

  private static void health(Handle handle, Lane lane, List<Settled> settled, Instant now) {
    int answered =
        count(settled, Outcome.Sent.class)
            + count(settled, Outcome.Refused.class)
            + count(settled, Outcome.Gone.class)
            + count(settled, Outcome.Throttled.class);
    int unanswered =
        count(settled, Outcome.Again.class)
            + count(settled, Outcome.GivenUp.class)
            + count(settled, Outcome.Lost.class);
    if (answered > 0) {
      Budgets.answered(handle, lane);
    } else if (unanswered > 0) {
      Budgets.unanswered(handle, lane, unanswered, now);
    }
  }

  private void count(Lane lane, Outcome outcome) {
    String kind =
        switch (outcome) {
          case Outcome.Sent _ -> "sent";
          case Outcome.Skipped _ -> "skipped";
          case Outcome.Refused _, Outcome.Gone _, Outcome.GivenUp _ -> "failed";
          case Outcome.Again _ -> "tried_again";
          case Outcome.Wait _ -> "waits";
          case Outcome.Throttled _ -> "throttled";
          case Outcome.Lost _ -> "unconfirmed";
        };
    meters
        .counter("rapport.deliveries", "channel", lane.channel().id(), "outcome", kind)
        .increment();
  }

  private static int count(List<Settled> settled, Class<? extends Outcome> kind) {
    return (int) settled.stream().filter(each -> kind.isInstance(each.outcome())).count();
  }
}
