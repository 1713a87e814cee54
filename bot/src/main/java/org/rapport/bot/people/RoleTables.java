package org.rapport.bot.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who was granted which role; every call works in a transaction of the caller's. */
final class RoleTables {
  private RoleTables() {}

  /** What a person was granted; everybody is a leader. */
  static Role granted(Handle handle, String person) {
    return handle
        .select("select role from person_role where person_id = ?", person)
        .mapTo(String.class)
        .findOne()
        .flatMap(Role::of)
        .orElse(Role.LEADER);
  }

  /** The people of an organisation who are more than leaders, by id. */
  static List<Map.Entry<String, Role>> grantedIn(Handle handle, String organisation) {
    return handle
        .select(
            "select person_id, role from person_role join person on person.id = person_id"
                + " where organisation_id = ? order by granted_at, person_id",
            organisation)
        .map((row, context) ->
            Map.entry(
                row.getString("person_id"), Role.of(row.getString("role")).orElse(Role.LEADER)))
        .list();
  }

  static void grant(Handle handle, String person, Role role, long now) {
    if (role == Role.LEADER) {
      revoke(handle, person);
      return;
    }
    handle.execute(
        "insert into person_role (person_id, role, granted_at) values (?, ?, ?)"
            + " on conflict (person_id) do update"
            + " set role = excluded.role, granted_at = excluded.granted_at",
        person,
        role.id(),
        now);
  }

  static void revoke(Handle handle, String person) {
    handle.execute("delete from person_role where person_id = ?", person);
  }

  /** The admins of an organisation but one. */
  static List<String> otherAdmins(Handle handle, String organisation, Optional<String> but) {
    return grantedIn(handle, organisation).stream()
        .filter(each -> each.getValue() == Role.ADMIN)
        .map(Map.Entry::getKey)
        .filter(id -> !but.equals(Optional.of(id)))
        .toList();
  }
}
