package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.store.Store;

/** Claims what is due, a batch at a time, for one of any number of replicas. */
final class Claims {
  /** How long a batch may take, with all the patience of a channel and of the database. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final Store store;
  private final String statement;

  Claims(Store store) {
    this.store = store;
    // The occurrence is looked up row by row, so that rows come by the index on their due time. The
    // status is checked again for a row that changed while its lock was waited for.
    this.statement =
        "with picked as materialized (select d.id from delivery d where d.status = 'planned'"
            + " and d.organisation_id = :organisation and d.channel = :channel"
            + " and d.workspace = :workspace and d.due_at <= :now"
            + " and (select o.planned_at from occurrence o"
            + " where o.organisation_id = d.organisation_id and o.campaign = d.campaign"
            + " and o.occurrence = d.occurrence) is not null"
            + " order by d.due_at limit :most"
            + store.skipLocked("d")
            + ") update delivery set status = 'claimed', claim = :claim, claimed_at = :now,"
            + " lease_until = :lease where id in (select id from picked) and status = 'planned'"
            + " returning failures, "
            + Rows.DELIVERY;
  }

  /**
   * Claims as much as the budget of the lane has left. Of those to one address closer together than
   * the channel allows, the later wait; those whose address came to its end are skipped.
   */
  Batch next(Lane lane, Pace pace, Instant now) {
    String claim = UUID.randomUUID().toString();
    Instant lease = now.plus(LEASE);
    return store.write(handle -> {
      Budgets.Left left = Budgets.hold(handle, lane);
      int most = left.allowed(pace, now);
      List<Claimed> claimed = most == 0 ? List.of() : claim(handle, lane, claim, most, now, lease);
      if (claimed.isEmpty()) {
        return new Batch(claim, lane, lease, List.of(), List.of(), true);
      }
      Budgets.spend(handle, lane, pace, claimed.size(), left, now);
      boolean isLast = claimed.size() < most;
      return sorted(handle, new Batch(claim, lane, lease, claimed, List.of(), isLast), pace, now);
    });
  }

  private List<Claimed> claim(
      Handle handle, Lane lane, String claim, int most, Instant now, Instant lease) {
    return handle
        .createQuery(statement)
        .bind("organisation", lane.organisation())
        .bind("channel", lane.channel().id())
        .bind("workspace", lane.workspace())
        .bind("claim", claim)
        .bind("most", most)
        .bind("now", now.toEpochMilli())
        .bind("lease", lease.toEpochMilli())
        .map((row, context) -> new Claimed(Rows.delivery(row), row.getInt("failures")))
        .list();
  }

  private static Batch sorted(Handle handle, Batch batch, Pace pace, Instant now) {
    Map<String, String> ended = AddressEnds.among(handle, batch.lane(), users(batch.toSend()), now);
    List<Claimed> toSend = new ArrayList<>();
    List<Settled> settled = new ArrayList<>();
    for (Claimed each : batch.toSend()) {
      String user = each.delivery().address().user();
      if (ended.containsKey(user)) {
        settled.add(each.settled(new Outcome.Skipped(ended.get(user))));
      } else if (Budgets.mayWriteTo(handle, batch.lane(), user, pace, now)) {
        toSend.add(each);
      } else {
        settled.add(each.settled(new Outcome.Wait(now.plus(pace.betweenToOne()))));
      }
    }
    return new Batch(
        batch.claim(), batch.lane(), batch.leaseUntil(), toSend, settled, batch.isLast());
  }

  private static List<String> users(List<Claimed> claimed) {
    return claimed.stream().map(each -> each.delivery().address().user()).distinct().toList();
  }
}
