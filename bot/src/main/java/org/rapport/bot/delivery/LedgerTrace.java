package org.rapport.bot.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.PersonalTrace;
import org.rapport.bot.store.Belongings;

/**
 * The ledger as something that is about people and belongs to organisations. No delivery is ever
 * deleted: whom it was for becomes a random key once they are forgotten.
 */
public final class LedgerTrace implements PersonalTrace, Belongings {
  /** Who claimed it can only say any more that it went out. */
  private static final String DISGUISE =
      "update delivery set person = 'forgotten ' || id, user_id = 'forgotten ' || id,"
          + " reference = null, ask_at = null, claim = null, settled_at = coalesce(settled_at, ?),"
          + " reason = case when status in ('planned', 'claimed') then ? else reason end,"
          + " status = case status when 'planned' then 'skipped'"
          + " when 'claimed' then 'unconfirmed' else status end"
          + " where organisation_id = ? and person = ?";

  private final InstantSource clock;

  public LedgerTrace(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<String> of(Handle handle, Person person) {
    return Stream.concat(
            deliveries(handle, person).stream(),
            person.addresses().stream().flatMap(at -> ends(handle, person, at).stream()))
        .toList();
  }

  private static List<String> deliveries(Handle handle, Person person) {
    return handle
        .select(
            "select coalesce(settled_at, due_at) as at, campaign, occurrence, status, reason"
                + " from delivery where organisation_id = ? and person = ? order by at, id",
            person.organisation(),
            person.id())
        .map((row, context) ->
            "%s nudge of campaign %s, %s: %s %s"
                .formatted(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("campaign"),
                    row.getString("occurrence"),
                    row.getString("status"),
                    row.getString("reason"))
                .strip())
        .list();
  }

  private static List<String> ends(Handle handle, Person person, Address at) {
    return handle
        .select(
            "select since, reason from address_end where organisation_id = ? and channel = ?"
                + " and workspace = ? and user_id = ?",
            person.organisation(),
            at.channel().id(),
            at.workspace(),
            at.user())
        .map((row, context) ->
            "%s no nudges to %s any more: %s"
                .formatted(
                    Instant.ofEpochMilli(row.getLong("since")),
                    AddressText.of(at),
                    row.getString("reason")))
        .list();
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    handle.execute(DISGUISE, clock.millis(), "forgotten", person.organisation(), person.id());
    for (Address at : person.addresses()) {
      delete(handle, "address_end", "user_id", person, at);
      delete(handle, "budget", "subject", person, at);
    }
  }

  /** Where both have a delivery, one stays, and the other is nobody's. */
  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    handle.execute(
        DISGUISE
            + " and exists (select 1 from delivery k"
            + " where k.organisation_id = delivery.organisation_id"
            + " and k.campaign = delivery.campaign and k.occurrence = delivery.occurrence"
            + " and k.person = ?)",
        clock.millis(),
        "duplicate",
        gone.organisation(),
        gone.id(),
        kept.id());
    handle.execute(
        "update delivery set person = ? where organisation_id = ? and person = ?",
        kept.id(),
        gone.organisation(),
        gone.id());
  }

  @Override
  public void move(Handle handle, String from, String into) {
    handle.execute(
        "delete from occurrence where organisation_id = ? and exists (select 1 from occurrence o"
            + " where o.organisation_id = ? and o.campaign = occurrence.campaign"
            + " and o.occurrence = occurrence.occurrence)",
        from,
        into);
    // Whoever was frozen stays so, and with them those they join: better late than unwanted.
    handle.execute(
        "insert into frozen (organisation_id, since) select ?, since from frozen"
            + " where organisation_id = ? on conflict do nothing",
        into,
        from);
    handle.execute("delete from frozen where organisation_id = ?", from);
    for (String table : List.of("occurrence", "delivery", "budget", "address_end")) {
      handle.execute(
          "update " + table + " set organisation_id = ? where organisation_id = ?", into, from);
    }
  }

  private static void delete(
      Handle handle, String table, String user, Person person, Address address) {
    handle.execute(
        "delete from %s where organisation_id = ? and channel = ? and workspace = ? and %s = ?"
            .formatted(table, user),
        person.organisation(),
        address.channel().id(),
        address.workspace(),
        address.user());
  }
}
