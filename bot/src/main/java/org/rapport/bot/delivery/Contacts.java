package org.rapport.bot.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/**
 * What the ledger knows of people, over all campaigns; changes nothing. Every call works with a
 * connection of the caller's.
 */
public final class Contacts {
  private static final int FEW = 20;

  private Contacts() {}

  /**
   * The nudges of some people that reached them, or may have, or are on their way, oldest first.
   *
   * @param people ids, a few hundred at most; those with none are not in what comes back
   * @param since from then on
   */
  public static Map<String, List<Reached>> reached(
      Handle handle, String organisation, Collection<String> people, Instant since) {
    if (people.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            "select person, id, status, coalesce(settled_at, claimed_at, due_at) as at"
                + " from delivery where organisation_id = :organisation and person in (<people>)"
                + " and status in ('planned', 'claimed', 'sent', 'unconfirmed')"
                + " and coalesce(settled_at, claimed_at, due_at) >= :since order by at, id")
        .bind("organisation", organisation)
        .bind("since", since.toEpochMilli())
        .bindList("people", List.copyOf(people))
        .map((row, context) ->
            Map.entry(
                row.getString("person"),
                new Reached(
                    row.getString("id"),
                    Status.of(row.getString("status")),
                    Instant.ofEpochMilli(row.getLong("at")))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What is planned for a person and nobody has claimed, soonest first; a few at most. */
  public static List<Delivery> planned(Handle handle, String organisation, String person) {
    return handle
        .select(
            "select "
                + Rows.DELIVERY
                + " from delivery where organisation_id = ? and person = ? and status = 'planned'"
                + " order by due_at, id limit ?",
            organisation,
            person,
            FEW)
        .map((row, context) -> Rows.delivery(row))
        .list();
  }

  /**
   * Which of some addresses nothing can be sent to any more, and why.
   *
   * @param addresses a few hundred at most
   */
  public static Map<Address, String> ended(
      Handle handle, String organisation, Collection<Address> addresses) {
    if (addresses.isEmpty()) {
      return Map.of();
    }
    Map<Address, String> ended = new HashMap<>();
    handle
        .createQuery(
            "select channel, workspace, user_id, reason from address_end"
                + " where organisation_id = :organisation and user_id in (<users>)")
        .bind("organisation", organisation)
        .bindList("users", addresses.stream().map(Address::user).distinct().toList())
        .map((row, context) -> Map.entry(Rows.address(row), row.getString("reason")))
        .forEach(each -> ended.put(each.getKey(), each.getValue()));
    return ended;
  }
}
