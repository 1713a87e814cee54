package org.rapport.bot.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.store.Leases;

/** Campaigns; every call works in a transaction of the caller's. */
final class CampaignTables {
  /** Nobody plans it: the lease is over, or no lease ends so late. */
  private static final String FREE = " and (lease_until <= ? or lease_until > ?)";

  private CampaignTables() {}

  static void add(Handle handle, Campaign campaign) {
    handle.execute(
        "insert into campaign (id, organisation_id, name, kind, plan, state, version, template,"
            + " archived, edited_by, approved_by, created_at, changed_at, begun,"
            + " next_number, lease_until)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        campaign.id(),
        campaign.organisation(),
        campaign.plan().name(),
        campaign.plan().kind().id(),
        PlanJson.of(campaign.plan()).toString(),
        campaign.state().id(),
        campaign.version(),
        campaign.template(),
        campaign.archived(),
        campaign.editedBy(),
        campaign.approvedBy().orElse(null),
        campaign.createdAt().toEpochMilli(),
        campaign.changedAt().toEpochMilli(),
        campaign.begun(),
        campaign.nextNumber());
  }

  /** Holds up every other transaction that holds the same campaign until this ends. */
  static Optional<Campaign> held(Handle handle, String organisation, String id) {
    handle.execute(
        "update campaign set version = version where organisation_id = ? and id = ?",
        organisation,
        id);
    return find(handle, organisation, id);
  }

  static Optional<Campaign> find(Handle handle, String organisation, String id) {
    return handle
        .select("select * from campaign where organisation_id = ? and id = ?", organisation, id)
        .map((row, context) -> campaign(row))
        .findOne();
  }

  /** Those of an organisation, last changed first. */
  static List<Campaign> list(Handle handle, String organisation, boolean archived, int most) {
    return handle
        .select(
            "select * from campaign where organisation_id = ? and (archived = ? or archived = ?)"
                + " order by changed_at desc, id limit ?",
            organisation,
            false,
            archived,
            most)
        .map((row, context) -> campaign(row))
        .list();
  }

  /** Keeps what may have changed; when it is next planned is for {@link #next}. */
  static void put(Handle handle, Campaign campaign, Instant now) {
    handle.execute(
        "update campaign set name = ?, kind = ?, plan = ?, state = ?, version = ?, template = ?,"
            + " archived = ?, edited_by = ?, approved_by = ?, changed_at = ?"
            + " where organisation_id = ? and id = ?",
        campaign.plan().name(),
        campaign.plan().kind().id(),
        PlanJson.of(campaign.plan()).toString(),
        campaign.state().id(),
        campaign.version(),
        campaign.template(),
        campaign.archived(),
        campaign.editedBy(),
        campaign.approvedBy().orElse(null),
        now.toEpochMilli(),
        campaign.organisation(),
        campaign.id());
  }

  /**
   * Keeps which occurrence is next and when to see to the campaign; ends any lease.
   *
   * @param run empty for never
   */
  static void next(
      Handle handle, Campaign campaign, Optional<Occurrence> next, Optional<Instant> run) {
    handle.execute(
        "update campaign set next_number = ?, next_at = ?, next_run = ?, lease_until = 0"
            + " where organisation_id = ? and id = ?",
        next.map(Occurrence::number).orElse(campaign.nextNumber()),
        next.map(Timetable::kept).orElse(null),
        run.map(Instant::toEpochMilli).orElse(null),
        campaign.organisation(),
        campaign.id());
  }

  private static long furthestLease(Instant now) {
    return Leases.furthestEnd(now, Planner.LEASE).toEpochMilli();
  }

  /** Whether somebody plans it just now. */
  static boolean isLeased(Handle handle, Campaign campaign, Instant now) {
    return handle
        .select(
            "select 1 from campaign where organisation_id = ? and id = ?"
                + " and lease_until > ? and lease_until <= ?",
            campaign.organisation(),
            campaign.id(),
            now.toEpochMilli(),
            furthestLease(now))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * Takes the campaign that has waited longest to be seen to, for nobody else to take before the
   * lease is over; empty if none is due.
   */
  static Optional<Campaign> claim(Handle handle, Instant now, Instant leaseUntil) {
    return handle
        .select(
            "select id from campaign where next_run <= ?"
                + FREE
                + " and state in ('scheduled', 'running') order by next_run, id limit 20",
            now.toEpochMilli(),
            now.toEpochMilli(),
            furthestLease(now))
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(id -> claim(handle, id, now, leaseUntil).stream())
        .findFirst();
  }

  private static Optional<Campaign> claim(
      Handle handle, String id, Instant now, Instant leaseUntil) {
    // Another may have been first: then the condition holds no more.
    return handle
        .select(
            "update campaign set lease_until = ? where id = ? and next_run <= ?"
                + FREE
                + " and state in ('scheduled', 'running') returning *",
            leaseUntil.toEpochMilli(),
            id,
            now.toEpochMilli(),
            now.toEpochMilli(),
            furthestLease(now))
        .map((row, context) -> campaign(row))
        .findOne();
  }

  /**
   * Makes a lease longer.
   *
   * @return whether it was still held
   */
  static boolean renew(Handle handle, Campaign campaign, Instant lease, Instant until) {
    return handle.execute(
            "update campaign set lease_until = ? where organisation_id = ? and id = ?"
                + " and lease_until = ?",
            until.toEpochMilli(),
            campaign.organisation(),
            campaign.id(),
            lease.toEpochMilli())
        == 1;
  }

  /** One occurrence is planned: the next is seen to at a time, or the end if there is none. */
  static void planned(
      Handle handle, Campaign campaign, Occurrence done, Optional<Occurrence> next, Instant run) {
    handle.execute(
        "update campaign set begun = ?, next_number = ?, next_at = ?, next_run = ?,"
            + " lease_until = 0, state = case when state = 'scheduled' then 'running' else state"
            + " end where organisation_id = ? and id = ?",
        true,
        next.map(Occurrence::number).orElse(done.number() + 1),
        next.map(Timetable::kept).orElse(null),
        run.toEpochMilli(),
        campaign.organisation(),
        campaign.id());
  }

  /** It is seen to again once its next occurrence is to be planned. */
  static void waitFor(Handle handle, Campaign campaign, Occurrence next) {
    next(handle, campaign, Optional.of(next), Optional.of(Timetable.planAt(next)));
  }

  /** Nothing of it is left. */
  static void finish(Handle handle, Campaign campaign, Instant now) {
    next(handle, campaign, Optional.empty(), Optional.empty());
    handle.execute(
        "update campaign set state = 'finished', changed_at = ? where organisation_id = ?"
            + " and id = ? and state in ('scheduled', 'running')",
        now.toEpochMilli(),
        campaign.organisation(),
        campaign.id());
  }

  /** Makes a person another in who made and who approved. */
  static void unite(Handle handle, String kept, String gone) {
    handle.execute("update campaign set edited_by = ? where edited_by = ?", kept, gone);
    handle.execute("update campaign set approved_by = ? where approved_by = ?", kept, gone);
  }

  static void move(Handle handle, String from, String into) {
    handle.execute("update campaign set organisation_id = ? where organisation_id = ?", into, from);
  }

  private static Campaign campaign(ResultSet row) throws SQLException {
    Plan plan = PlanReader.kept(row.getString("plan"));
    int number = row.getInt("next_number");
    return new Campaign(
        row.getString("id"),
        row.getString("organisation_id"),
        plan,
        State.of(row.getString("state")).orElseThrow(),
        row.getInt("version"),
        row.getBoolean("template"),
        row.getBoolean("archived"),
        row.getString("edited_by"),
        Optional.ofNullable(row.getString("approved_by")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getBoolean("begun"),
        number,
        Optional.ofNullable(row.getString("next_at"))
            .map(kept -> new Timetable(plan).of(number, kept)));
  }
}
