package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rapport.bot.channel.Channel;

/** Sends what a lane has due, batch after batch, until nothing is left or its budget is. */
final class Round implements AutoCloseable {
  /** With less left of the lease, others may take a message for lost before its reply is here. */
  private static final Duration LEAST_LEASE = Duration.ofSeconds(30);

  private final Claims claims;
  private final Gate gate;
  private final Courier courier;
  private final Recorder recorder;
  private final Freeze freeze;
  private final InstantSource clock;
  private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  Round(
      Claims claims,
      Gate gate,
      Courier courier,
      Recorder recorder,
      Freeze freeze,
      InstantSource clock) {
    this.claims = claims;
    this.gate = gate;
    this.courier = courier;
    this.recorder = recorder;
    this.freeze = freeze;
    this.clock = clock;
  }

  /** Runs until nothing more can go out at the moment, and says how many came to an outcome. */
  int run(Lane lane, Outlet outlet) {
    int handled = 0;
    while (isOpen(lane)) {
      Batch batch = claims.next(lane, outlet.pace(), clock.instant());
      if (batch.isEmpty()) {
        break;
      }
      List<Settled> settled = bring(batch, outlet.channel());
      if (!recorder.record(batch, outlet.pace(), settled)) {
        break;
      }
      handled += settled.size();
      if (batch.isLast()) {
        break;
      }
    }
    return handled;
  }

  /** Begins nothing more; what is being sent is still recorded. */
  void stop() {
    stopping = true;
  }

  @Override
  public void close() {
    stop();
    sending.close();
  }

  private boolean isOpen(Lane lane) {
    return !stopping && !freeze.frozen(lane.organisation());
  }

  private List<Settled> bring(Batch batch, Channel channel) {
    Map<String, Outcome> held = gate.held(batch.toSend(), clock.instant());
    AtomicBoolean throttled = new AtomicBoolean();
    List<Settled> settled = new ArrayList<>(batch.settled());
    List<CompletableFuture<Settled>> sends = new ArrayList<>();
    for (Claimed each : batch.toSend()) {
      Outcome outcome = held.get(each.delivery().id());
      if (outcome == null) {
        sends.add(
            CompletableFuture.supplyAsync(
                () -> each.settled(bring(batch, each, channel, throttled)), sending));
      } else {
        settled.add(each.settled(outcome));
      }
    }
    sends.forEach(send -> settled.add(send.join()));
    return settled;
  }

  /** Looks once more, as any of these may have come about since the batch was claimed. */
  private Outcome bring(Batch batch, Claimed claimed, Channel channel, AtomicBoolean throttled) {
    Instant now = clock.instant();
    if (throttled.get()
        || !isOpen(batch.lane())
        || now.isAfter(batch.leaseUntil().minus(LEAST_LEASE))) {
      return new Outcome.Wait(claimed.delivery().due());
    }
    Outcome outcome = courier.bring(claimed, channel);
    if (outcome instanceof Outcome.Throttled) {
      throttled.set(true);
    }
    return outcome;
  }
}
