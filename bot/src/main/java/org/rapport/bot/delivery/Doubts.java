package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.store.Leases;

/** Deliveries whose fate is unknown; every call works in a transaction of the caller's. */
final class Doubts {
  /** After that a channel is not asked again. */
  private static final Duration WORTH_ASKING = Duration.ofDays(1);

  /** Whoever asks has so long before another does. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** At most so many at once, so that other writes hardly wait. */
  private static final int CHUNK = 500;

  /** Whoever claimed it may still say what came of it, and then that counts. */
  private static final String OWN = " where id = ? and claim = ? and status = 'unconfirmed'";

  private Doubts() {}

  /** Whether there is a claim whose lease is over. */
  static boolean hasExpired(Handle handle, Instant now) {
    return handle
        .select(
            "select 1 from delivery where status = 'claimed'"
                + " and (lease_until < ? or lease_until > ?) limit 1",
            now.toEpochMilli(),
            furthestLease(now))
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * Makes claims whose lease is over unconfirmed: the message may have gone out. Those of a clock
   * that was put back are not asked about, as nobody knows when that was.
   *
   * @return how many
   */
  static int expire(Handle handle, Instant now, Instant askAt) {
    return handle
        .createUpdate(
            "update delivery set status = 'unconfirmed', reason = 'no_outcome',"
                + " settled_at = :now, ask_at = case when lease_until < :now then :ask end"
                + " where id in (select id from delivery where status = 'claimed'"
                + " and (lease_until < :now or lease_until > :furthest) order by lease_until"
                + " limit :most) and status = 'claimed'")
        .bind("now", now.toEpochMilli())
        .bind("furthest", furthestLease(now))
        .bind("ask", askAt.toEpochMilli())
        .bind("most", CHUNK)
        .execute();
  }

  private static long furthestLease(Instant now) {
    return Leases.furthestEnd(now, Claims.LEASE).toEpochMilli();
  }

  /** A question that is put off for longer was so by a clock that was put back. */
  static long furthestQuestion(Instant now) {
    return Leases.furthestEnd(now, LONGEST_WAIT).toEpochMilli();
  }

  /** The next to ask about in a lane, if its channel may be asked now; no other replica gets it. */
  static Optional<Doubt> next(Handle handle, Lane lane, Pace pace, Instant now) {
    Optional<Doubt> first =
        first(handle, lane, now)
            .filter(doubt ->
                pace.betweenQuestions().isZero()
                    || Budgets.takeQuestion(handle, lane, now, now.plus(pace.betweenQuestions())));
    return first.filter(doubt -> askAt(handle, doubt, now.plus(LEASE)));
  }

  /** Writes down what the channel said. */
  static void settle(Handle handle, Doubt doubt, Sighting sighting, Instant now) {
    switch (sighting) {
      case Sighting.Seen seen -> seen(handle, doubt, seen.reference());
      case Sighting.NotThere _ -> notThere(handle, doubt, now);
      case Sighting.AskAgain again -> {
        if (doubt.claimedAt().plus(WORTH_ASKING).isAfter(now)) {
          askAt(handle, doubt, now.plus(within(SOONEST, again.after(), LONGEST_WAIT)));
        } else {
          leave(handle, doubt);
        }
      }
      case Sighting.CannotTell _ -> leave(handle, doubt);
    }
  }

  private static Optional<Doubt> first(Handle handle, Lane lane, Instant now) {
    return handle
        .select(
            "select claim, claimed_at, failures, "
                + Rows.DELIVERY
                + " from delivery where status = 'unconfirmed' and ask_at is not null"
                + " and organisation_id = ? and channel = ? and workspace = ?"
                + " and (ask_at <= ? or ask_at > ?) order by ask_at limit 1",
            lane.organisation(),
            lane.channel().id(),
            lane.workspace(),
            now.toEpochMilli(),
            furthestQuestion(now))
        .map((row, context) ->
            new Doubt(
                Rows.delivery(row),
                row.getString("claim"),
                Instant.ofEpochMilli(row.getLong("claimed_at")),
                row.getInt("failures")))
        .findOne();
  }

  private static boolean askAt(Handle handle, Doubt doubt, Instant askAt) {
    return handle.execute(
            "update delivery set ask_at = ?" + OWN,
            askAt.toEpochMilli(),
            doubt.delivery().id(),
            doubt.claim())
        == 1;
  }

  private static void seen(Handle handle, Doubt doubt, String reference) {
    handle.execute(
        "update delivery set status = 'sent', reason = '', reference = ?, settled_at = ?,"
            + " ask_at = null"
            + OWN,
        Outcomes.cut(reference),
        doubt.claimedAt().toEpochMilli(),
        doubt.delivery().id(),
        doubt.claim());
  }

  /** It is planned again, but for one that was tried often enough. */
  private static void notThere(Handle handle, Doubt doubt, Instant now) {
    boolean enough = doubt.failures() + 1 >= Backoff.MOST_TRIES;
    handle.execute(
        "update delivery set status = ?, reason = 'not_there', failures = failures + 1,"
            + " settled_at = ?, ask_at = null, claim = ?"
            + OWN,
        enough ? Status.FAILED.id() : Status.PLANNED.id(),
        enough ? now.toEpochMilli() : null,
        enough ? doubt.claim() : null,
        doubt.delivery().id(),
        doubt.claim());
  }

  private static Duration within(Duration least, Duration asked, Duration most) {
    Duration enough = asked.compareTo(least) < 0 ? least : asked;
    return enough.compareTo(most) > 0 ? most : enough;
  }

  private static void leave(Handle handle, Doubt doubt) {
    handle.execute("update delivery set ask_at = null" + OWN, doubt.delivery().id(), doubt.claim());
  }
}
