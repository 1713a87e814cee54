package org.rapport.bot.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.Leases;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is acknowledged until it is answered, so that a crash loses nothing: what no reply was
 * begun to is answered by another process, anything else is listed as failed and never sent again.
 * While the database is away, events are answered from memory.
 */
public final class Inbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Inbox.class);

  /** After so long nobody waits for an answer any more, and words are not kept for longer. */
  static final Duration KEPT = Duration.ofMinutes(30);

  /** How long a process that gives no sign of life keeps what it acknowledged. */
  static final Duration LEASE = Duration.ofSeconds(20);

  /** How often {@link #runOnce} is to be called: several times within a lease. */
  public static final Duration BETWEEN_RUNS = Duration.ofSeconds(5);

  /** Slack waits for an acknowledgement for 3 seconds. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Store store;
  private final SeenEvents seen;
  private final Keys keys;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final String owner = UUID.randomUUID().toString();
  private final AtomicLong places = new AtomicLong();
  private final Map<String, Resumption> channels = new ConcurrentHashMap<>();
  private volatile Instant leasedUntil;
  private Instant othersRenewedUntil = Instant.MIN;

  public Inbox(Store store, SeenEvents seen, Keys keys, InstantSource clock, MeterRegistry meters) {
    this.store = store;
    this.seen = seen;
    this.keys = keys;
    this.clock = clock;
    this.meters = meters;
    this.leasedUntil = clock.instant().plus(LEASE);
  }

  /** Has what other processes left in a channel answered by it. */
  public void resume(Address.Kind channel, Resumption resumption) {
    channels.put(channel.id(), resumption);
  }

  /** A ticket for an event, to be kept by {@link #keep} and answered by {@link Ticket#answer}. */
  public Ticket ticket(Arrival arrival) {
    return Ticket.fresh(this, UUID.randomUUID().toString(), arrival);
  }

  /**
   * Commits an event, unless it was delivered before. Returns once it may be acknowledged: when it
   * is committed, or when it is sure or likely that the database is away.
   */
  public void keep(Ticket ticket) {
    if (!seen.firstHere(ticket.arrival().names())) {
      ticket.decide(Ticket.Fate.DUPLICATE);
      return;
    }
    long receivedAt = clock.millis();
    long place = places.incrementAndGet();
    String sealed = keys.seal(context(ticket.id()), ticket.arrival().kept());
    var unused =
        store
            .together(handle -> add(handle, ticket, receivedAt, place, sealed))
            .exceptionally(Inbox::inMemory)
            .thenAccept(ticket::decide);
    ticket.await(LONGEST_WAIT);
  }

  /**
   * Gives a sign of life, lists what failed, and takes over what lost processes left.
   *
   * @param ready whether questions can be answered, so that something may be taken over
   * @throws StoreAway if the database is away
   */
  public void runOnce(boolean ready) {
    try {
      Instant now = clock.instant();
      Instant until = now.plus(LEASE);
      store.run(handle -> InboxTable.renew(handle, owner, until.toEpochMilli()));
      leasedUntil = until;
      listExpired(now);
      if (isWithin(othersRenewedUntil, now)) {
        return;
      }
      listUnconfirmed(now);
      if (ready) {
        takeOver(now);
      }
    } catch (StoreAway away) {
      // Nobody could renew a lease meanwhile, so all get a whole one when it is back.
      othersRenewedUntil = clock.instant().plus(LEASE);
      throw away;
    }
  }

  /** Leaves what is not begun to other processes; to be called once nothing is answered here. */
  @Override
  public void close() {
    try {
      store.run(handle -> InboxTable.release(handle, owner));
    } catch (StoreAway away) {
      log.info("The database is away; others take over what is left when the lease is over");
    }
  }

  /** Notes that a reply may go out from now on, if it may. */
  Ticket.Leave begin(String id) {
    try {
      return store.together(handle -> InboxTable.begin(handle, id, owner)).join()
          ? Ticket.Leave.GRANTED
          : Ticket.Leave.TAKEN_OVER;
    } catch (CompletionException away) {
      // As long as the lease lasts, nobody else can have taken it over.
      return isWithin(leasedUntil, clock.instant()) ? Ticket.Leave.GRANTED : Ticket.Leave.UNSURE;
    }
  }

  /** Whether a lease lasts; one that is longer than any is of before the clock was put back. */
  private static boolean isWithin(Instant leaseUntil, Instant now) {
    return now.isBefore(leaseUntil) && !leaseUntil.isAfter(now.plus(LEASE));
  }

  void answered(String id) {
    write("forgetting an answered event", handle -> InboxTable.remove(handle, id, owner));
  }

  /**
   * @param why a short code
   * @param kept whether it is in the database
   */
  void failed(String id, Address.Kind channel, String why, boolean kept) {
    String reason = why.matches("[a-z0-9_]{1,60}") ? why : "other";
    note(id, channel, reason);
    if (kept) {
      write("listing a failed event", handle -> InboxTable.fail(handle, id, owner, reason));
    }
  }

  private Ticket.Fate add(
      Handle handle, Ticket ticket, long receivedAt, long place, String sealed) {
    if (!seen.first(handle, ticket.arrival().names())) {
      return Ticket.Fate.DUPLICATE;
    }
    InboxTable.add(
        handle,
        ticket.id(),
        ticket.arrival().channel(),
        receivedAt,
        place,
        owner,
        receivedAt + LEASE.toMillis(),
        sealed);
    return Ticket.Fate.KEPT;
  }

  private static Ticket.Fate inMemory(Throwable failed) {
    log.warn("An event is answered from memory alone: {}", failed.getClass().getSimpleName());
    return Ticket.Fate.IN_MEMORY;
  }

  /** At once if possible; a database that is away gets it when it is back. */
  private void write(String what, HandleConsumer<RuntimeException> statements) {
    var unused =
        store
            .together(statements.asCallback())
            .whenComplete((_, failed) -> {
              if (failed != null) {
                store.later(what, statements);
              }
            });
  }

  private void listExpired(Instant now) {
    long before = now.minus(KEPT).toEpochMilli();
    long ahead = now.plus(Leases.CLOCKS_DIFFER).toEpochMilli();
    store
        .write(handle -> {
          InboxTable.redate(handle, ahead, now.toEpochMilli());
          return InboxTable.expire(handle, before);
        })
        .forEach(late -> note(late.id(), late.channel(), "expired"));
  }

  private static long furthestLease(Instant now) {
    return Leases.furthestEnd(now, LEASE).toEpochMilli();
  }

  private void listUnconfirmed(Instant now) {
    store
        .write(handle -> InboxTable.failUnconfirmed(handle, now.toEpochMilli(), furthestLease(now)))
        .forEach(lost -> note(lost.id(), lost.channel(), "unconfirmed"));
  }

  private void takeOver(Instant now) {
    if (channels.isEmpty()) {
      return;
    }
    List<InboxTable.TakenOver> left =
        store.write(handle ->
            InboxTable.takeOver(
                handle,
                channels.keySet(),
                now.toEpochMilli(),
                furthestLease(now),
                owner,
                now.plus(LEASE).toEpochMilli()));
    try {
      left.forEach(this::resume);
    } catch (RejectedExecutionException stopping) {
      log.info("What others left is left to others again, as Rapport stops");
    }
  }

  private void resume(InboxTable.TakenOver event) {
    try {
      String kept = keys.open(context(event.id()), event.event());
      Arrival arrival = new Arrival(event.channel(), List.of(), kept);
      Resumption channel = channels.get(event.channel().id());
      if (channel != null) {
        channel.resume(Ticket.takenOver(this, event.id(), arrival), kept);
      }
    } catch (Keys.Unopened sealed) {
      log.warn("{}", sealed.why());
      failed(event.id(), event.channel(), "unopened", true);
    } catch (RejectedExecutionException stopping) {
      throw stopping;
    } catch (RuntimeException unreadable) {
      log.error("An event cannot be read: {}", unreadable.getClass().getName());
      failed(event.id(), event.channel(), "unreadable", true);
    }
  }

  private void note(String id, Address.Kind channel, String reason) {
    log.warn("The event {} on {} was acknowledged and not answered: {}", id, channel.id(), reason);
    meters.counter("rapport.inbox.failed", "channel", channel.id(), "reason", reason).increment();
  }

  private static String context(String id) {
    return "inbox|" + id;
  }
}
