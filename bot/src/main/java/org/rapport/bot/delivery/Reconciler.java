package org.rapport.bot.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.store.Leases;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out about messages whose fate is unknown: a claim whose lease is over, a reply that was
 * lost. A channel that knows is asked, as often as it allows; only what surely did not go out is
 * planned again, and all else stays unconfirmed.
 */
public final class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

  private final Store store;
  private final Map<Address.Kind, Outlet> outlets;
  private final Predicate<String> underway;
  private final Executor questions;
  private final InstantSource clock;
  private final Set<Lane> busy = ConcurrentHashMap.newKeySet();

  /**
   * @param underway whether a delivery is on its way from here: a channel that has not got it yet
   *     may still get it
   * @param questions asks a channel, which may take long
   */
  Reconciler(
      Store store,
      Map<Address.Kind, Outlet> outlets,
      Predicate<String> underway,
      Executor questions,
      InstantSource clock) {
    this.store = store;
    this.outlets = Map.copyOf(outlets);
    this.underway = underway;
    this.questions = questions;
    this.clock = clock;
  }

  /**
   * Takes claims whose lease is over for unconfirmed, and asks in every workspace that may be asked
   * now; a thread calls this every second.
   *
   * @throws StoreAway while the database is away
   */
  public void runOnce() {
    expire();
    for (Budgets.Open open : store.read(handle -> Budgets.toAsk(handle, clock.instant()))) {
      Outlet outlet = outlets.get(open.lane().channel());
      if (outlet != null && busy.add(open.lane())) {
        begin(open.lane(), outlet);
      }
    }
  }

  private void expire() {
    Instant now = clock.instant();
    // Looked for first, as reading delays no other write.
    if (store.read(handle -> Doubts.hasExpired(handle, now))) {
      int expired = store.write(handle -> Doubts.expire(handle, now, now.plus(Courier.ASK_AFTER)));
      log.warn("{} deliveries were claimed and not recorded; they are unconfirmed", expired);
    }
  }

  private void begin(Lane lane, Outlet outlet) {
    questions.execute(() -> {
      try {
        ask(lane, outlet);
      } catch (StoreAway away) {
        log.debug("The database is away; a question waits");
      } catch (RuntimeException failed) {
        log.error("A question failed", failed);
      } finally {
        busy.remove(lane);
      }
    });
  }

  /** Asks about one after another until the channel may not be asked again yet. */
  private void ask(Lane lane, Outlet outlet) {
    while (true) {
      Optional<Doubt> doubt =
          store.write(handle -> Doubts.next(handle, lane, outlet.pace(), clock.instant()));
      if (doubt.isEmpty()) {
        return;
      }
      Sighting sighting = find(doubt.get(), outlet);
      store.run(handle -> Doubts.settle(handle, doubt.get(), sighting, clock.instant()));
    }
  }

  private Sighting find(Doubt doubt, Outlet outlet) {
    Delivery delivery = doubt.delivery();
    if (underway.test(delivery.id())) {
      return new Sighting.AskAgain(Courier.ASK_AFTER);
    }
    if (Leases.isAhead(doubt.claimedAt(), clock.instant())) {
      // The clock was put back: the channel would look at a time when nothing can have gone out.
      return new Sighting.CannotTell();
    }
    return outlet.channel().find(delivery.address(), delivery.id(), doubt.claimedAt());
  }
}
