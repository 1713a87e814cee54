package org.rapport.bot.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/** Organisations, people and addresses; every call works in a transaction of the caller's. */
final class PeopleTables {
  private PeopleTables() {}

  /** The organisation that a workspace belongs to. */
  static Optional<String> organisation(Handle handle, Address of) {
    Address at = AddressText.inOneCase(of);
    return handle
        .select(
            "select organisation_id from workspace where channel = ? and workspace = ?",
            at.channel().id(),
            at.workspace())
        .mapTo(String.class)
        .findOne();
  }

  /** The organisation that a workspace belongs to; made if there is none. */
  static String addedOrganisation(Handle handle, Address of, long now) {
    return organisation(handle, of)
        .orElseGet(() -> addOrganisation(handle, AddressText.inOneCase(of), now));
  }

  private static String addOrganisation(Handle handle, Address of, long now) {
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into organisation (id, name, created_at) values (?, ?, ?)",
        id,
        of.channel().id() + " " + of.workspace(),
        now);
    int added =
        handle.execute(
            "insert into workspace (channel, workspace, organisation_id, created_at)"
                + " values (?, ?, ?, ?) on conflict (channel, workspace) do nothing",
            of.channel().id(),
            of.workspace(),
            id,
            now);
    if (added == 1) {
      return id;
    }
    // Another transaction was first; its workspace counts.
    handle.execute("delete from organisation where id = ?", id);
    return organisation(handle, of).orElseThrow();
  }

  /** Holds up every other transaction that {@link #hold}s the same organisation until this ends. */
  static void hold(Handle handle, String organisation) {
    handle.execute("update organisation set name = name where id = ?", organisation);
  }

  /** Holds up every other transaction that holds the same person until this ends. */
  static void holdPerson(Handle handle, String person) {
    handle.execute("update person set organisation_id = organisation_id where id = ?", person);
  }

  /** The id of the person at an address. */
  static Optional<String> id(Handle handle, Address of) {
    Address at = AddressText.inOneCase(of);
    return handle
        .select(
            "select person_id from address where channel = ? and workspace = ? and user_id = ?",
            at.channel().id(),
            at.workspace(),
            at.user())
        .mapTo(String.class)
        .findOne();
  }

  /** The id of the person at an address; made if there is none. */
  static String addedId(Handle handle, Address at, long now) {
    return id(handle, at).orElseGet(() -> add(handle, AddressText.inOneCase(at), now));
  }

  private static String add(Handle handle, Address at, long now) {
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into person (id, organisation_id, created_at) values (?, ?, ?)",
        id,
        addedOrganisation(handle, at, now),
        now);
    int added =
        handle.execute(
            "insert into address (channel, workspace, user_id, person_id)"
                + " values (?, ?, ?, ?) on conflict (channel, workspace, user_id) do nothing",
            at.channel().id(),
            at.workspace(),
            at.user(),
            id);
    if (added == 1) {
      return id;
    }
    handle.execute("delete from person where id = ?", id);
    return id(handle, at).orElseThrow();
  }

  /** The person at an address. */
  static Optional<Person> find(Handle handle, Address at) {
    return id(handle, at).flatMap(id -> person(handle, id));
  }

  /** The person at an address; made if there is none. */
  static Person added(Handle handle, Address at, long now) {
    return person(handle, addedId(handle, at, now)).orElseThrow();
  }

  /** A person by their id. */
  static Optional<Person> person(Handle handle, String id) {
    return handle
        .select("select organisation_id from person where id = ?", id)
        .mapTo(String.class)
        .findOne()
        .map(organisation -> new Person(id, organisation, addresses(handle, id)));
  }

  /** Where a person can be written to. */
  static List<Address> addresses(Handle handle, String person) {
    return handle
        .select(
            "select channel, workspace, user_id from address where person_id = ?"
                + " order by channel, workspace, user_id",
            person)
        .map((row, context) -> address(row))
        .list();
  }

  /** The address in a row. */
  static Address address(ResultSet row) throws SQLException {
    return new Address(
        Address.Kind.valueOf(row.getString("channel").toUpperCase(Locale.ROOT)),
        row.getString("workspace"),
        row.getString("user_id"));
  }
}
