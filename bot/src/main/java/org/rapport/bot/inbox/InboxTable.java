package org.rapport.bot.inbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/** The statements of the inbox; times are in epoch milliseconds. */
final class InboxTable {

  /** One that is listed as failed from now on. */
  record Unanswered(String id, Address.Kind channel) {}

  /**
   * One that was taken over.
   *
   * @param event sealed
   */
  record TakenOver(String id, Address.Kind channel, long receivedAt, long place, String event) {}

  /** Whoever had it is lost: their lease is over, or no lease ends so late. */
  private static final String LOST = "(lease_until <= :now or lease_until > :furthest)";

  private InboxTable() {}

  static void add(
      Handle handle,
      String id,
      Address.Kind channel,
      long receivedAt,
      long place,
      String owner,
      long leaseUntil,
      String event) {
    handle.execute(
        "insert into inbox (id, channel, received_at, place, owner, lease_until, state, event)"
            + " values (?, ?, ?, ?, ?, ?, 'waiting', ?)",
        id,
        channel.id(),
        receivedAt,
        place,
        owner,
        leaseUntil,
        event);
  }

  /** Notes that a reply may go out from now on; false if it is not the owner's to answer. */
  static boolean begin(Handle handle, String id, String owner) {
    return handle.execute(
            "update inbox set state = 'sending' where id = ? and owner = ? and state = 'waiting'",
            id,
            owner)
        == 1;
  }

  static void remove(Handle handle, String id, String owner) {
    handle.execute("delete from inbox where id = ? and owner = ?", id, owner);
  }

  static void fail(Handle handle, String id, String owner, String reason) {
    handle.execute(
        "update inbox set state = 'failed', reason = ?, event = '' where id = ? and owner = ?",
        reason,
        id,
        owner);
  }

  static void renew(Handle handle, String owner, long leaseUntil) {
    handle.execute(
        "update inbox set lease_until = ? where owner = ? and state <> 'failed'",
        leaseUntil,
        owner);
  }

  /** Gives up what the owner has not begun to answer, for another to take it over at once. */
  static void release(Handle handle, String owner) {
    handle.execute("update inbox set lease_until = 0 where owner = ? and state = 'waiting'", owner);
  }

  /** What a clock received that was put back since is taken to be received now. */
  static void redate(Handle handle, long receivedAfter, long now) {
    handle.execute("update inbox set received_at = ? where received_at > ?", now, receivedAfter);
  }

  /** Deletes what was received too long ago; gives those of them that nobody answered. */
  static List<Unanswered> expire(Handle handle, long receivedBefore) {
    List<Unanswered> unanswered =
        handle
            .createQuery(
                "delete from inbox where received_at < :before and state <> 'failed'"
                    + " returning id, channel")
            .bind("before", receivedBefore)
            .map((row, _) -> new Unanswered(row.getString("id"), kind(row.getString("channel"))))
            .list();
    handle.execute("delete from inbox where received_at < ?", receivedBefore);
    return unanswered;
  }

  /** Lists as failed what a process began to send and did not live to record. */
  static List<Unanswered> failUnconfirmed(Handle handle, long now, long furthest) {
    return handle
        .createQuery(
            "update inbox set state = 'failed', reason = 'unconfirmed', event = ''"
                + " where state = 'sending' and "
                + LOST
                + " returning id, channel")
        .bind("now", now)
        .bind("furthest", furthest)
        .map((row, _) -> new Unanswered(row.getString("id"), kind(row.getString("channel"))))
        .list();
  }

  /**
   * Takes over all that one lost process left waiting, so that its conversations keep their order.
   * The conditions are repeated outside: of two who wait for the same rows, the second must find
   * that they are taken.
   *
   * @param furthest no lease ends later
   */
  static List<TakenOver> takeOver(
      Handle handle,
      Collection<String> channels,
      long now,
      long furthest,
      String owner,
      long leaseUntil) {
    Optional<String> lost =
        handle
            .createQuery(
                "select owner from inbox where state = 'waiting' and "
                    + LOST
                    + " and channel in (<channels>) order by received_at, place limit 1")
            .bind("now", now)
            .bind("furthest", furthest)
            .bindList("channels", channels)
            .mapTo(String.class)
            .findOne();
    return lost.map(from -> takeOver(handle, from, channels, now, furthest, owner, leaseUntil))
        .orElse(List.of());
  }

  private static List<TakenOver> takeOver(
      Handle handle,
      String lost,
      Collection<String> channels,
      long now,
      long furthest,
      String owner,
      long leaseUntil) {
    return handle
        .createQuery(
            "update inbox set owner = :owner, lease_until = :lease"
                + " where owner = :lost and state = 'waiting' and "
                + LOST
                + " and channel in (<channels>)"
                + " returning id, channel, received_at, place, event")
        .bind("owner", owner)
        .bind("lease", leaseUntil)
        .bind("lost", lost)
        .bind("now", now)
        .bind("furthest", furthest)
        .bindList("channels", channels)
        .map((row, _) ->
            new TakenOver(
                row.getString("id"),
                kind(row.getString("channel")),
                row.getLong("received_at"),
                row.getLong("place"),
                row.getString("event")))
        .stream()
        .sorted(Comparator.comparingLong(TakenOver::receivedAt).thenComparing(TakenOver::place))
        .toList();
  }

  private static Address.Kind kind(String id) {
    return Address.Kind.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
