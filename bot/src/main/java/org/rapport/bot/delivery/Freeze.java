package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The switch that stops every nudge of an organisation, or everywhere. Each replica reads it once a
 * second; while it cannot be read, everything is frozen.
 */
public final class Freeze {
  private static final Logger log = LoggerFactory.getLogger(Freeze.class);
  private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

  /** With a second between reads, what is older than this could not be read again. */
  private static final Duration GOOD_FOR = Duration.ofSeconds(3);

  /** As an organisation's id, it means everywhere. */
  private static final String EVERYWHERE = "";

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private volatile Seen seen = new Seen(Set.of(), Instant.MIN);

  /** What is frozen, as read at a time. */
  private record Seen(Set<String> frozen, Instant at) {
    private boolean isWithin(Duration age, Instant now) {
      return !at.isAfter(now) && at.isAfter(now.minus(age));
    }
  }

  public Freeze(Store store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Stops the nudges of an organisation, or everywhere if it is empty; noted in the audit trail.
   *
   * @throws StoreAway while the database is away
   */
  public void freeze(Optional<String> organisation, Actor by) {
    String whose = organisation.orElse(EVERYWHERE);
    store.run(handle -> {
      handle.execute(
          "insert into frozen (organisation_id, since) values (?, ?) on conflict do nothing",
          whose,
          clock.millis());
      audit.note(handle, by, new Deed(whose, "freeze", "nudges", Deed.Result.DONE, ""));
    });
    read();
  }

  /**
   * Lets nudges go on; noted in the audit trail. An organisation stays frozen while everywhere is.
   *
   * @throws StoreAway while the database is away
   */
  public void unfreeze(Optional<String> organisation, Actor by) {
    String whose = organisation.orElse(EVERYWHERE);
    store.run(handle -> {
      handle.execute("delete from frozen where organisation_id = ?", whose);
      audit.note(handle, by, new Deed(whose, "unfreeze", "nudges", Deed.Result.DONE, ""));
    });
    read();
  }

  /** Whether nothing may be sent for this organisation; asks no database. */
  public boolean frozen(String organisation) {
    Seen latest = seen;
    return !latest.isWithin(GOOD_FOR, clock.instant())
        || latest.frozen().contains(EVERYWHERE)
        || latest.frozen().contains(organisation);
  }

  /** Reads the switch if it was not read within the last second; a thread calls this more often. */
  public void keepUp() {
    if (!seen.isWithin(BETWEEN_READS, clock.instant())) {
      try {
        read();
      } catch (StoreAway away) {
        log.debug("The database is away; nothing is sent");
      } catch (RuntimeException unread) {
        log.warn("The freeze cannot be read ({})", unread.getClass().getSimpleName());
      }
    }
  }

  private void read() {
    // From before the read, as it may take long.
    Instant at = clock.instant();
    Set<String> frozen =
        Set.copyOf(
            store.read(handle ->
                handle.select("select organisation_id from frozen").mapTo(String.class).list()));
    seen = new Seen(frozen, at);
  }
}
