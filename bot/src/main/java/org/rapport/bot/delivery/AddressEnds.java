package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Presence;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Addresses that nothing can be sent to any more: no such person, disabled, bot removed. An end is
 * lifted once the person says something or installs the bot; after a month one is tried again in
 * any case, as people come back.
 */
public final class AddressEnds implements Presence {
  /** How long an end holds. */
  static final Duration HOLDS = Duration.ofDays(30);

  /** Who is a guest stays one, whatever they say. */
  private static final String GUEST = "guest";

  private static final String AT =
      " where organisation_id = (select organisation_id from workspace where channel = ?"
          + " and workspace = ?) and channel = ? and workspace = ? and user_id = ?";

  private final Store store;
  private final InstantSource clock;

  public AddressEnds(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Why nothing can be sent to an address; empty if it can.
   *
   * @throws StoreAway while the database is away
   */
  public Optional<String> reason(String organisation, Address address) {
    return Optional.ofNullable(
        store
            .<Map<String, String>, RuntimeException>read(handle ->
                among(
                    handle,
                    Lane.of(organisation, address),
                    List.of(address.user()),
                    clock.instant()))
            .get(address.user()));
  }

  /**
   * Ends addresses that a channel says nothing is to be sent to; those that no person of the
   * organisation has are not kept.
   *
   * @param addresses a few hundred at most
   * @param reason a short code
   * @throws StoreAway while the database is away
   */
  public void end(String organisation, Collection<Address> addresses, String reason) {
    store.run(handle -> addresses.forEach(each -> end(handle, organisation, each, reason)));
  }

  /**
   * Opens addresses again that ended for one of these reasons.
   *
   * @param addresses a few hundred at most
   * @param reasons short codes
   * @throws StoreAway while the database is away
   */
  public void reopen(
      String organisation, Collection<Address> addresses, Collection<String> reasons) {
    Map<Lane, List<Address>> lanes =
        addresses.stream().collect(Collectors.groupingBy(each -> Lane.of(organisation, each)));
    store.run(handle -> lanes.forEach((lane, some) -> reopen(handle, lane, some, reasons)));
  }

  private void end(Handle handle, String organisation, Address address, String reason) {
    handle.execute(
        "insert into address_end (organisation_id, channel, workspace, user_id, reason, since)"
            + " select p.organisation_id, a.channel, a.workspace, a.user_id, ?, ?"
            + " from address a join person p on p.id = a.person_id where p.organisation_id = ?"
            + " and a.channel = ? and a.workspace = ? and a.user_id = ?"
            + " on conflict (organisation_id, channel, workspace, user_id)"
            + " do update set reason = excluded.reason, since = excluded.since",
        reason,
        clock.millis(),
        organisation,
        address.channel().id(),
        address.workspace(),
        address.user());
  }

  private static void reopen(
      Handle handle, Lane lane, List<Address> addresses, Collection<String> reasons) {
    handle
        .createUpdate(
            "delete from address_end where organisation_id = :organisation and channel = :channel"
                + " and workspace = :workspace and user_id in (<users>) and reason in (<reasons>)")
        .bind("organisation", lane.organisation())
        .bind("channel", lane.channel().id())
        .bind("workspace", lane.workspace())
        .bindList("users", addresses.stream().map(Address::user).toList())
        .bindList("reasons", List.copyOf(reasons))
        .execute();
  }

  /** Ends the address of a delivery, if it is still the claim's own. */
  static void add(Handle handle, String delivery, String claim, String reason, Instant now) {
    handle.execute(
        "insert into address_end (organisation_id, channel, workspace, user_id, reason, since)"
            + " select organisation_id, channel, workspace, user_id, ?, ? from delivery"
            + " where id = ? and claim = ?"
            + " on conflict (organisation_id, channel, workspace, user_id)"
            + " do update set reason = excluded.reason, since = excluded.since",
        reason,
        now.toEpochMilli(),
        delivery,
        claim);
  }

  /**
   * Which of these users' addresses came to their end, and why.
   *
   * @param users at least one
   */
  static Map<String, String> among(Handle handle, Lane lane, List<String> users, Instant now) {
    Map<String, String> ended = new HashMap<>();
    handle
        .createQuery(
            "select user_id, reason from address_end where organisation_id = :organisation"
                + " and channel = :channel and workspace = :workspace and user_id in (<users>)"
                + " and since > :after")
        .bind("organisation", lane.organisation())
        .bind("channel", lane.channel().id())
        .bind("workspace", lane.workspace())
        .bindList("users", users)
        .bind("after", now.minus(HOLDS).toEpochMilli())
        .map((row, context) -> Map.entry(row.getString("user_id"), row.getString("reason")))
        .forEach(each -> ended.put(each.getKey(), each.getValue()));
    return ended;
  }

  /** Forgets those that hold no longer. */
  static void forgetOld(Handle handle, Instant now) {
    handle.execute("delete from address_end where since <= ?", now.minus(HOLDS).toEpochMilli());
  }

  @Override
  public void ended(Address who, String reason) {
    Address at = AddressText.inOneCase(who);
    // Not later: it would undo an install that follows at once.
    store.attempt(
        "noting that somebody cannot be written to",
        () ->
            store.write(handle ->
                handle.execute(
                    "insert into address_end (organisation_id, channel, workspace, user_id, reason,"
                        + " since) select organisation_id, channel, workspace, ?, ?, ? from workspace"
                        + " where channel = ? and workspace = ?"
                        + " on conflict (organisation_id, channel, workspace, user_id)"
                        + " do update set reason = excluded.reason, since = excluded.since",
                    at.user(),
                    reason,
                    clock.millis(),
                    at.channel().id(),
                    at.workspace())));
  }

  @Override
  public void removed(Handle handle, Address.Kind channel, String workspace) {
    // Who is a guest, or left, is so after the next install too.
    handle.execute(
        "insert into address_end (organisation_id, channel, workspace, user_id, reason, since)"
            + " select w.organisation_id, a.channel, a.workspace, a.user_id, ?, ?"
            + " from address a join workspace w"
            + " on w.channel = a.channel and w.workspace = a.workspace"
            + " where a.channel = ? and a.workspace = ?"
            + " on conflict (organisation_id, channel, workspace, user_id) do nothing",
        SendResult.Gone.BOT_NOT_INSTALLED,
        clock.millis(),
        channel.id(),
        workspace);
  }

  @Override
  public void installed(Handle handle, Address.Kind channel, String workspace) {
    handle.execute(
        "delete from address_end where organisation_id = (select organisation_id from workspace"
            + " where channel = ? and workspace = ?) and channel = ? and workspace = ?"
            + " and reason = ?",
        channel.id(),
        workspace,
        channel.id(),
        workspace,
        SendResult.Gone.BOT_NOT_INSTALLED);
  }

  /**
   * A server begins with a token that its settings give it: wherever that is for, Rapport is there.
   * Waits for a database that is away.
   *
   * @param channel the kind of channel that the token is for
   */
  public void installed(Address.Kind channel) {
    store.later(
        "opening addresses of a workspace",
        handle ->
            handle.execute(
                "delete from address_end where channel = ? and reason = ?",
                channel.id(),
                SendResult.Gone.BOT_NOT_INSTALLED));
  }

  @Override
  public void back(Address who) {
    store.attempt("seeing somebody again", () -> lift(who));
  }

  /**
   * Opens an address again; nothing is written for the many that are open.
   *
   * @return whether it had come to its end
   * @throws StoreAway while the database is away
   */
  public boolean lift(Address who) {
    Address at = AddressText.inOneCase(who);
    Object[] key = {
      at.channel().id(), at.workspace(), at.channel().id(), at.workspace(), at.user(), GUEST
    };
    boolean isEnded =
        store.read(handle ->
            handle
                .select("select 1 from address_end" + AT + " and reason <> ?", key)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    return isEnded
        && store.write(
            handle -> handle.execute("delete from address_end" + AT + " and reason <> ?", key) > 0);
  }
}
