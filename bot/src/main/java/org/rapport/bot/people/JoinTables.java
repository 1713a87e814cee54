package org.rapport.bot.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/** Requests to join; every call works in a transaction of the caller's. */
final class JoinTables {
  private static final String REQUESTS =
      "select r.id, r.host_address, r.guest_address, h.id as host_id, h.name as host_name,"
          + " g.id as guest_id, g.name as guest_name from join_request r"
          + " join person hp on hp.id = r.host_person_id"
          + " join organisation h on h.id = hp.organisation_id"
          + " join person gp on gp.id = r.guest_person_id"
          + " join organisation g on g.id = gp.organisation_id";

  private JoinTables() {}

  /** Adds a request; an earlier one between the same two people goes. */
  static String add(
      Handle handle,
      Person host,
      Address hostAt,
      Person guest,
      Address guestAt,
      long now,
      long until) {
    handle.execute(
        "delete from join_request where expires_at <= ?"
            + " or (host_person_id = ? and guest_person_id = ?)",
        now,
        host.id(),
        guest.id());
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into join_request (id, host_person_id, host_address, guest_person_id,"
            + " guest_address, expires_at) values (?, ?, ?, ?, ?, ?)",
        id,
        host.id(),
        AddressText.of(AddressText.inOneCase(hostAt)),
        guest.id(),
        AddressText.of(AddressText.inOneCase(guestAt)),
        until);
    return id;
  }

  /** A request that a person can confirm. */
  static Optional<JoinRequest> forHost(Handle handle, String id, String host, long now) {
    return handle
        .select(
            REQUESTS + " where r.id = ? and r.host_person_id = ? and r.expires_at > ?",
            id,
            host,
            now)
        .map((row, context) -> request(row))
        .findOne();
  }

  /** The requests that a person made or can confirm. */
  static List<JoinRequest> of(Handle handle, String person) {
    return handle
        .select(
            REQUESTS + " where r.host_person_id = ? or r.guest_person_id = ? order by r.id",
            person,
            person)
        .map((row, context) -> request(row))
        .list();
  }

  /** Only one transaction deletes it. */
  static boolean delete(Handle handle, String id) {
    return handle.execute("delete from join_request where id = ?", id) == 1;
  }

  /** Makes people and workspaces of an organisation another's. */
  static void move(Handle handle, String from, String into) {
    handle.execute("update person set organisation_id = ? where organisation_id = ?", into, from);
    handle.execute(
        "update workspace set organisation_id = ? where organisation_id = ?", into, from);
    handle.execute(
        "update organisation set joined_into = ? where id = ? or joined_into = ?",
        into,
        from,
        from);
  }

  private static JoinRequest request(ResultSet row) throws SQLException {
    return new JoinRequest(
        row.getString("id"),
        new Organisation(row.getString("host_id"), row.getString("host_name")),
        AddressText.kept(row.getString("host_address")),
        new Organisation(row.getString("guest_id"), row.getString("guest_name")),
        AddressText.kept(row.getString("guest_address")));
  }
}
