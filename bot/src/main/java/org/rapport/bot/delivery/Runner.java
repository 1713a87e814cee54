package org.rapport.bot.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due. Each workspace has a round of its own, so that a slow or broken one delays no
 * other; any number of replicas may run on one database.
 */
public final class Runner {
  private static final Logger log = LoggerFactory.getLogger(Runner.class);

  /** Most rounds at once; each holds the deliveries of one batch in memory. */
  private static final int MOST_ROUNDS = 256;

  private final Store store;
  private final Freeze freeze;
  private final Round round;
  private final Map<Address.Kind, Outlet> outlets;
  private final Executor rounds;
  private final InstantSource clock;
  private final Set<Lane> busy = ConcurrentHashMap.newKeySet();
  private final AtomicInteger handled = new AtomicInteger();

  /**
   * @param outlets the channels that are there; what is planned for others waits
   * @param rounds runs the round of a workspace, which may take long
   */
  Runner(
      Store store,
      Freeze freeze,
      Round round,
      Map<Address.Kind, Outlet> outlets,
      Executor rounds,
      InstantSource clock) {
    this.store = store;
    this.freeze = freeze;
    this.round = round;
    this.outlets = Map.copyOf(outlets);
    this.rounds = rounds;
    this.clock = clock;
  }

  /** One that sends in the thread that calls it, for whoever sets the clock. */
  public static Runner inTurn(
      Store store,
      Freeze freeze,
      Composer composer,
      Eligibility eligibility,
      Map<Address.Kind, Outlet> outlets,
      InstantSource clock) {
    Backoff backoff = new Backoff(ThreadLocalRandom.current());
    Round round =
        new Round(
            new Claims(store),
            new Gate(eligibility, backoff),
            new Courier(composer, backoff, clock),
            new Recorder(store, clock, () -> false, new SimpleMeterRegistry()),
            freeze,
            clock);
    return new Runner(store, freeze, round, outlets, Runnable::run, clock);
  }

  /**
   * Begins a round in every workspace that has something due and no round under way; a thread calls
   * this several times a second.
   *
   * @return how many deliveries came to an outcome in the rounds that ended since the last call
   * @throws StoreAway while the database is away
   */
  public int runOnce() {
    freeze.keepUp();
    Instant now = clock.instant();
    List<Lane> due =
        store.read(handle -> Budgets.due(handle, now)).stream()
            .filter(open -> isRested(open, now))
            .map(Budgets.Open::lane)
            .collect(Collectors.toCollection(ArrayList::new));
    // In another order each time, so that no workspace is always the one that finds no room.
    Collections.shuffle(due);
    for (Lane lane : due) {
      Outlet outlet = outlets.get(lane.channel());
      if (outlet != null && mayBegin(lane)) {
        begin(lane, outlet);
      }
    }
    return handled.getAndSet(0);
  }

  private boolean isRested(Budgets.Open open, Instant now) {
    Outlet outlet = outlets.get(open.lane().channel());
    return outlet != null && outlet.pace().isRested(open.earnedAt(), now.toEpochMilli());
  }

  private boolean mayBegin(Lane lane) {
    return !freeze.frozen(lane.organisation()) && busy.size() < MOST_ROUNDS && busy.add(lane);
  }

  private void begin(Lane lane, Outlet outlet) {
    rounds.execute(() -> {
      try {
        handled.addAndGet(round.run(lane, outlet));
      } catch (StoreAway away) {
        log.debug("The database is away; a round ended");
      } catch (RuntimeException failed) {
        log.error("A round failed", failed);
      } finally {
        busy.remove(lane);
      }
    });
  }
}
