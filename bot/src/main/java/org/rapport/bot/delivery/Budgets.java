package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How much may be asked of each workspace, and whether it is in order; shared by all replicas.
 * Every call works in a transaction of the caller's.
 */
final class Budgets {
  /** So many sends in a row without an answer close the way to a workspace. */
  static final int TRIPS_AFTER = 5;

  /** For how long the first time; twice as long each further time, up to the longest. */
  static final Duration CLOSED_FIRST = Duration.ofSeconds(30);

  /**
   * Nothing closes a workspace for longer, with what clocks may differ by: an end further ahead is
   * of a clock that was put back.
   */
  static final Duration LONGEST_BLOCK = Courier.LONGEST_PAUSE.plusMinutes(10);

  private static final int MOST_DOUBLINGS = 5;
  private static final Duration OLD = Duration.ofHours(1);
  private static final String WORKSPACE =
      " where organisation_id = ? and channel = ? and workspace = ? and purpose = 'send'"
          + " and subject = ''";

  private Budgets() {}

  /** What is left to send in a lane, held until the transaction ends. */
  record Left(boolean isThere, long earnedAt, long blockedUntil, int failures, int trips) {
    private static final Left NOTHING = new Left(false, 0, 0, 0, 0);

    /** How many may go now: one to try, if none was answered lately. */
    int allowed(Pace pace, Instant now) {
      int allowed = isOpen(now) ? pace.allowed(earnedAt, now.toEpochMilli()) : 0;
      return failures < TRIPS_AFTER ? allowed : Math.min(allowed, 1);
    }

    /** How long nothing is allowed. */
    Duration untilNext(Pace pace, Instant now) {
      return Duration.ofMillis(
          isOpen(now)
              ? pace.untilNext(earnedAt, now.toEpochMilli())
              : blockedUntil - now.toEpochMilli());
    }

    private boolean isOpen(Instant now) {
      return isThere
          && (blockedUntil <= now.toEpochMilli()
              || blockedUntil > now.plus(LONGEST_BLOCK).toEpochMilli());
    }
  }

  /** Makes the budgets of lanes that have none. */
  static void open(Handle handle, Collection<Lane> lanes) {
    // In one order, so that no two transactions wait for each other.
    lanes.stream()
        .distinct()
        .sorted(Comparator.comparing(Lane::channel).thenComparing(Lane::workspace))
        .forEach(lane -> open(handle, lane));
  }

  private static void open(Handle handle, Lane lane) {
    handle.execute(
        "insert into budget (organisation_id, channel, workspace, purpose, subject, earned_at,"
            + " blocked_until, failures, trips) values (?, ?, ?, 'send', '', 0, 0, 0, 0)"
            + " on conflict do nothing",
        lane.organisation(),
        lane.channel().id(),
        lane.workspace());
  }

  /** A lane, and the time by which all that was sent in it is earned, in epoch milliseconds. */
  record Open(Lane lane, long earnedAt) {}

  /** Lanes that are not closed and have something planned that is due. */
  static List<Open> due(Handle handle, Instant now) {
    return lanes(handle, "d.status = 'planned' and d.due_at <= :now", now);
  }

  /** Lanes that are not closed and have something to ask the channel about. */
  static List<Open> toAsk(Handle handle, Instant now) {
    return lanes(
        handle,
        "d.status = 'unconfirmed' and d.ask_at is not null and (d.ask_at <= :now or d.ask_at > "
            + Doubts.furthestQuestion(now)
            + ")",
        now);
  }

  private static List<Open> lanes(Handle handle, String deliveries, Instant now) {
    return handle
        .createQuery(
            "select b.organisation_id, b.channel, b.workspace, b.earned_at from budget b"
                + " where b.purpose = 'send'"
                + " and (b.blocked_until <= :now or b.blocked_until > :longest) and exists ("
                + "select 1 from delivery d where d.organisation_id = b.organisation_id and d.channel = b.channel"
                + " and d.workspace = b.workspace and "
                + deliveries
                + ")")
        .bind("now", now.toEpochMilli())
        .bind("longest", now.plus(LONGEST_BLOCK).toEpochMilli())
        .map((row, context) -> new Open(Lane.read(row), row.getLong("earned_at")))
        .list();
  }

  /**
   * What is left of a lane; other replicas wait for the end of the transaction. Nothing is left of
   * one whose workspace has just become another organisation's.
   */
  static Left hold(Handle handle, Lane lane) {
    Object[] key = {lane.organisation(), lane.channel().id(), lane.workspace()};
    handle.execute("update budget set earned_at = earned_at" + WORKSPACE, key);
    return handle
        .select("select earned_at, blocked_until, failures, trips from budget" + WORKSPACE, key)
        .map((row, context) ->
            new Left(
                true,
                row.getLong("earned_at"),
                row.getLong("blocked_until"),
                row.getInt("failures"),
                row.getInt("trips")))
        .findOne()
        .orElse(Left.NOTHING);
  }

  /** Takes what so many messages cost from what is left. */
  static void spend(Handle handle, Lane lane, Pace pace, int messages, Left left, Instant now) {
    set(handle, lane, "earned_at", pace.spent(left.earnedAt(), now.toEpochMilli(), messages));
  }

  /** Gives back what was taken for messages that did not go to the channel. */
  static void giveBack(Handle handle, Lane lane, Pace pace, int messages) {
    handle.execute(
        "update budget set earned_at = earned_at - ?" + WORKSPACE,
        pace.cost(messages),
        lane.organisation(),
        lane.channel().id(),
        lane.workspace());
  }

  /** Sends nothing in a lane before a time. */
  static void block(Handle handle, Lane lane, Instant until, Instant now) {
    handle.execute(
        "update budget set blocked_until = case when blocked_until > ? and blocked_until <= ?"
            + " then blocked_until else ? end"
            + WORKSPACE,
        until.toEpochMilli(),
        now.plus(LONGEST_BLOCK).toEpochMilli(),
        until.toEpochMilli(),
        lane.organisation(),
        lane.channel().id(),
        lane.workspace());
  }

  /** A workspace answered: the way to it is open. */
  static void answered(Handle handle, Lane lane) {
    handle.execute(
        "update budget set failures = 0, trips = 0" + WORKSPACE + " and failures > 0",
        lane.organisation(),
        lane.channel().id(),
        lane.workspace());
  }

  /** A workspace did not answer so many times: after enough in a row the way to it closes. */
  static void unanswered(Handle handle, Lane lane, int times, Instant now) {
    Left left = hold(handle, lane);
    set(handle, lane, "failures", left.failures() + times);
    if (left.failures() + times >= TRIPS_AFTER) {
      set(handle, lane, "trips", left.trips() + 1);
      long factor = 1L << Math.min(left.trips(), MOST_DOUBLINGS);
      block(handle, lane, now.plus(CLOSED_FIRST.multipliedBy(factor)), now);
    }
  }

  /**
   * Whether an address may be written to now; if so, it is used up for as long as the pace says.
   */
  static boolean mayWriteTo(Handle handle, Lane lane, String user, Pace pace, Instant now) {
    return pace.betweenToOne().isZero()
        || take(handle, lane, "address", user, now, now.plus(pace.betweenToOne()));
  }

  /** Whether a workspace may be asked now; if so, it is used up until that time. */
  static boolean takeQuestion(Handle handle, Lane lane, Instant now, Instant until) {
    return take(handle, lane, "ask", "", now, until);
  }

  /** Forgets addresses that nothing was sent to of late. */
  static void forgetOld(Handle handle, Instant now) {
    handle.execute(
        "delete from budget where purpose = 'address' and earned_at < ?",
        now.minus(OLD).toEpochMilli());
  }

  private static boolean take(
      Handle handle, Lane lane, String purpose, String subject, Instant now, Instant until) {
    return handle.execute(
            "insert into budget (organisation_id, channel, workspace, purpose, subject, earned_at,"
                + " blocked_until, failures, trips) values (?, ?, ?, ?, ?, ?, 0, 0, 0)"
                + " on conflict (organisation_id, channel, workspace, purpose, subject)"
                + " do update set earned_at = excluded.earned_at where budget.earned_at <= ?"
                // From a clock that was put back.
                + " or budget.earned_at > excluded.earned_at",
            lane.organisation(),
            lane.channel().id(),
            lane.workspace(),
            purpose,
            subject,
            until.toEpochMilli(),
            now.toEpochMilli())
        == 1;
  }

  private static void set(Handle handle, Lane lane, String column, long value) {
    handle.execute(
        "update budget set " + column + " = ?" + WORKSPACE,
        value,
        lane.organisation(),
        lane.channel().id(),
        lane.workspace());
  }
}
