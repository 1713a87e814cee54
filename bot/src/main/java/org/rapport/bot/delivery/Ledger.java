package org.rapport.bot.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * The record of who is to get which nudge: at most one delivery for each campaign, occurrence and
 * person, whatever is planned twice. Every call is a transaction or a few short ones, and throws
 * {@link StoreAway} while the database is away.
 */
public final class Ledger {
  /** Most people a call of {@link #plan} takes, so that other writes hardly wait for it. */
  public static final int CHUNK = 500;

  private static final String INSERT =
      "insert into delivery (id, organisation_id, campaign, occurrence, person, channel,"
          + " workspace, user_id, status, reason, failures, due_at, too_late_at, settled_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)"
          + " on conflict (organisation_id, campaign, occurrence, person) do nothing";

  private final Store store;
  private final InstantSource clock;

  public Ledger(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Begins an occurrence; nothing of it can be claimed yet. Twice does no more than once. */
  public void open(String organisation, String campaign, String occurrence) {
    store.run(handle ->
        handle.execute(
            "insert into occurrence (organisation_id, campaign, occurrence, opened_at)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            organisation,
            campaign,
            occurrence,
            clock.millis()));
  }

  /**
   * Plans a delivery for each who has none in this occurrence yet.
   *
   * @param people at most {@link #CHUNK}
   * @return how many deliveries are new
   * @throws IllegalStateException if the occurrence was not opened
   */
  public int plan(String organisation, String campaign, String occurrence, List<Planned> people) {
    checkSize(people.size());
    return store.write(handle -> {
      hold(handle, organisation, campaign, occurrence);
      Budgets.open(
          handle,
          people.stream()
              .map(each -> Lane.of(organisation, each.address()))
              .collect(Collectors.toSet()));
      PreparedBatch batch = handle.prepareBatch(INSERT);
      for (Planned each : people) {
        add(batch, organisation, campaign, occurrence, each);
      }
      return inserted(batch);
    });
  }

  /**
   * Notes who gets nothing in an occurrence, for its results; whoever has a delivery in it keeps
   * that.
   *
   * @param people at most {@link #CHUNK}
   * @return how many are noted
   * @throws IllegalStateException if the occurrence was not opened
   */
  public int skip(
      String organisation, String campaign, String occurrence, List<PassedOver> people) {
    checkSize(people.size());
    return store.write(handle -> {
      hold(handle, organisation, campaign, occurrence);
      PreparedBatch batch = handle.prepareBatch(INSERT);
      for (PassedOver each : people) {
        add(batch, organisation, campaign, occurrence, each);
      }
      return inserted(batch);
    });
  }

  /** Everybody of an occurrence is planned: from now on it is sent. */
  public void planned(String organisation, String campaign, String occurrence) {
    store.run(handle ->
        handle.execute(
            "update occurrence set planned_at = ? where organisation_id = ? and campaign = ?"
                + " and occurrence = ? and planned_at is null",
            clock.millis(),
            organisation,
            campaign,
            occurrence));
  }

  /**
   * Skips all of a campaign that nobody has claimed, a chunk at a time.
   *
   * @param reason a short code
   * @return how many are skipped
   */
  public int skipPlanned(String organisation, String campaign, String reason) {
    int skipped = 0;
    List<Place> chunk = plannedAfter(organisation, campaign, Place.START);
    while (!chunk.isEmpty()) {
      skipped += skip(chunk, reason);
      chunk = plannedAfter(organisation, campaign, chunk.getLast());
    }
    return skipped;
  }

  /**
   * Skips all that a person was going to get and that nobody has claimed.
   *
   * @param reason a short code
   * @return how many are skipped
   */
  public int skipPerson(String organisation, String person, String reason) {
    return store.write(handle -> skipPerson(handle, organisation, person, reason, clock.instant()));
  }

  /** The same in a transaction of the caller's. */
  static int skipPerson(
      Handle handle, String organisation, String person, String reason, Instant now) {
    return handle.execute(
        "update delivery set status = 'skipped', reason = ?, settled_at = ?"
            + " where organisation_id = ? and person = ? and status = 'planned'",
        reason,
        now.toEpochMilli(),
        organisation,
        person);
  }

  private List<Place> plannedAfter(String organisation, String campaign, Place last) {
    return store.read(handle ->
        handle
            .select(
                "select id, occurrence, person from delivery where organisation_id = ?"
                    + " and campaign = ? and (occurrence, person) > (?, ?) and status = 'planned'"
                    + " order by occurrence, person limit ?",
                organisation,
                campaign,
                last.occurrence(),
                last.person(),
                CHUNK)
            .map((row, context) -> Place.read(row))
            .list());
  }

  private int skip(List<Place> chunk, String reason) {
    return store.write(handle ->
        handle
            .createUpdate(
                "update delivery set status = 'skipped', reason = :reason, settled_at = :now"
                    + " where id in (<ids>) and status = 'planned'")
            .bindList("ids", chunk.stream().map(Place::id).toList())
            .bind("reason", reason)
            .bind("now", clock.millis())
            .execute());
  }

  /** One plans at a time, or two who plan the same people in another order would block. */
  private static void hold(Handle handle, String organisation, String campaign, String occurrence) {
    int held =
        handle.execute(
            "update occurrence set opened_at = opened_at where organisation_id = ?"
                + " and campaign = ? and occurrence = ?",
            organisation,
            campaign,
            occurrence);
    if (held == 0) {
      throw new IllegalStateException(
          "Open occurrence %s of campaign %s before planning".formatted(occurrence, campaign));
    }
  }

  private static void checkSize(int people) {
    if (people > CHUNK) {
      throw new IllegalArgumentException(
          "Plan at most " + CHUNK + " people at once, not " + people);
    }
  }

  private static int inserted(PreparedBatch batch) {
    return batch.size() == 0 ? 0 : IntStream.of(batch.execute()).sum();
  }

  private void add(
      PreparedBatch batch,
      String organisation,
      String campaign,
      String occurrence,
      Planned planned) {
    batch.add(
        DeliveryId.at(clock.instant()),
        organisation,
        campaign,
        occurrence,
        planned.person(),
        planned.address().channel().id(),
        planned.address().workspace(),
        planned.address().user(),
        Status.PLANNED.id(),
        "",
        planned.due().toEpochMilli(),
        planned.tooLate().toEpochMilli(),
        null);
  }

  private void add(
      PreparedBatch batch,
      String organisation,
      String campaign,
      String occurrence,
      PassedOver passed) {
    long now = clock.millis();
    batch.add(
        DeliveryId.at(clock.instant()),
        organisation,
        campaign,
        occurrence,
        passed.person(),
        passed.address().channel().id(),
        passed.address().workspace(),
        passed.address().user(),
        Status.SKIPPED.id(),
        passed.reason(),
        now,
        now,
        now);
  }
}
