package org.rapport.bot.channel.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * The conversations in Teams that can be written to unasked. One ends when the bot is taken out of
 * it, or Teams says that it is no longer in it; it is open again when somebody installs the bot or
 * writes there.
 */
final class TeamsReferences {
  /** Somebody removed the bot. */
  static final String UNINSTALLED = SendResult.Gone.BOT_NOT_INSTALLED;

  private static final String WHAT = "noting a conversation in Teams";
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 50_000;

  private final Store store;
  private final InstantSource clock;
  // Each message tells where it is from; most of the time that is known.
  private final Map<Spot, Noted> noted = new ConcurrentHashMap<>();

  TeamsReferences(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What tells conversations apart. */
  private record Spot(String tenant, String conversation) {
    static Spot of(TeamsReference reference) {
      return new Spot(reference.tenant(), reference.conversation());
    }
  }

  /** A conversation as it was noted last. */
  private record Noted(TeamsReference reference, Instant at) {
    boolean says(TeamsReference again, Instant now) {
      return reference.equals(again) && now.isBefore(at.plus(REMEMBERED_FOR));
    }
  }

  /**
   * Notes a conversation that has the bot in it; one of a person a moment later. A chat does not
   * become a channel: what says so changes nothing of what is kept.
   */
  void note(TeamsReference reference) {
    Instant now = clock.instant();
    Noted before = noted.get(Spot.of(reference));
    if (before != null && before.says(reference, now)) {
      return;
    }
    if (noted.size() >= MOST_REMEMBERED) {
      noted.clear();
    }
    noted.put(Spot.of(reference), new Noted(reference, now));
    if (reference.scope() == TeamsReference.Scope.CHANNEL) {
      // What is written there may be that Rapport shall write there.
      store.attempt(WHAT, () -> store.write(handle -> save(handle, reference, now)));
    } else {
      store.later(WHAT, handle -> save(handle, reference, now));
    }
  }

  /**
   * Ends, a moment later, a conversation that no longer has the bot in it.
   *
   * @param reason a short code
   */
  void end(String tenant, String conversation, String reason) {
    noted.remove(new Spot(tenant, conversation));
    long now = clock.millis();
    store.later(
        "ending a conversation in Teams",
        handle ->
            handle.execute(
                "update teams_reference set ended_at = ?, end_reason = ?"
                    + " where tenant = ? and conversation = ? and ended_at is null",
                now,
                reason,
                tenant,
                conversation));
  }

  /**
   * Where somebody's own chat with the bot is.
   *
   * @throws StoreAway while the database is away
   */
  Whereabouts personal(Address of) {
    Address at = AddressText.inOneCase(of);
    return store.read(handle ->
        handle
            .select(
                "select * from teams_reference"
                    + " where tenant = ? and user_id = ? and scope = 'personal'"
                    + " order by case when ended_at is null then 0 else 1 end, since desc",
                at.workspace(),
                at.user())
            .map(TeamsReferences::whereabouts)
            .findFirst()
            .orElseGet(Whereabouts.Unknown::new));
  }

  /**
   * A conversation of a tenant that has the bot in it; what was just noted counts already.
   *
   * @throws StoreAway while the database is away
   */
  Optional<TeamsReference> conversation(String tenant, String conversation) {
    return at(tenant, conversation) instanceof Whereabouts.Open(TeamsReference open)
        ? Optional.of(open)
        : Optional.empty();
  }

  /**
   * A conversation in a tenant, of one person or several; what was just noted counts already.
   *
   * @param near somebody in the tenant
   * @param conversation its id; a channel's without its thread
   * @throws StoreAway while the database is away
   */
  Whereabouts at(Address near, String conversation) {
    return at(AddressText.inOneCase(near).workspace(), conversation);
  }

  private Whereabouts at(String tenant, String conversation) {
    Whereabouts kept =
        store.read(handle ->
            handle
                .select(
                    "select * from teams_reference where tenant = ? and conversation = ?",
                    tenant,
                    conversation)
                .map(TeamsReferences::whereabouts)
                .findOne()
                .orElseGet(Whereabouts.Unknown::new));
    if (kept instanceof Whereabouts.Open) {
      return kept;
    }
    Noted justNoted = noted.get(new Spot(tenant, conversation));
    return justNoted == null ? kept : new Whereabouts.Open(justNoted.reference());
  }

  /**
   * Any conversation in a tenant that can be written to, which says where the tenant's chats are.
   *
   * @throws StoreAway while the database is away
   */
  Optional<TeamsReference> near(Address of) {
    return store.read(handle ->
        handle
            .select(
                "select * from teams_reference where tenant = ? and ended_at is null"
                    + " order by since desc limit 1",
                AddressText.inOneCase(of).workspace())
            .map(TeamsReferences::reference)
            .findOne());
  }

  /**
   * Who somebody is whom a chat names; empty if they have no chat of their own with the bot, or
   * while the database is away.
   */
  Optional<Address> member(String tenant, String member) {
    return store
        .attempt(
            "finding somebody who was mentioned",
            () -> store.read(handle -> user(handle, tenant, member)))
        .flatMap(found -> found)
        .map(user -> new Address(Address.Kind.TEAMS, tenant, user));
  }

  private static Optional<String> user(Handle handle, String tenant, String member) {
    return handle
        .select(
            "select user_id from teams_reference where tenant = ? and member = ?"
                + " and scope = 'personal'",
            tenant,
            member)
        .mapTo(String.class)
        .findFirst();
  }

  private static int save(Handle handle, TeamsReference reference, Instant now) {
    return handle.execute(
        "insert into teams_reference (tenant, conversation, scope, user_id, member, bot,"
            + " service_url, since) values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (tenant, conversation) do update set scope = excluded.scope,"
            + " user_id = excluded.user_id, member = excluded.member, bot = excluded.bot,"
            + " service_url = excluded.service_url, ended_at = null, end_reason = null"
            + " where teams_reference.scope = excluded.scope",
        reference.tenant(),
        reference.conversation(),
        reference.scope().id(),
        reference.user(),
        reference.member(),
        reference.bot(),
        reference.serviceUrl(),
        now.toEpochMilli());
  }

  private static Whereabouts whereabouts(ResultSet row, StatementContext context)
      throws SQLException {
    String ended = row.getString("end_reason");
    return ended == null
        ? new Whereabouts.Open(reference(row, context))
        : new Whereabouts.Ended(ended);
  }

  private static TeamsReference reference(ResultSet row, StatementContext context)
      throws SQLException {
    return new TeamsReference(
        row.getString("tenant"),
        row.getString("conversation"),
        TeamsReference.Scope.of(row.getString("scope")),
        row.getString("user_id"),
        row.getString("member"),
        row.getString("bot"),
        row.getString("service_url"));
  }
}
