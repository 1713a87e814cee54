package org.rapport.bot.people;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes one person of two of the same organisation. */
final class PersonUnion {
  private PersonUnion() {}

  /** All of one becomes the other's; both are held by the caller. */
  static void unite(Handle handle, Person kept, Person gone, long now) {
    Optional<Preferences> wanted =
        PreferenceTables.find(handle, kept.id())
            .map(own -> PreferenceTables.find(handle, gone.id()).map(own::unitedWith).orElse(own))
            .or(() -> PreferenceTables.find(handle, gone.id()));
    Role role = RoleTables.granted(handle, kept.id()).or(RoleTables.granted(handle, gone.id()));
    move(handle, "address", "person_id", kept, gone);
    move(handle, "history", "person_id", kept, gone);
    move(handle, "one_time_code", "person_id", kept, gone);
    move(handle, "join_request", "host_person_id", kept, gone);
    move(handle, "join_request", "guest_person_id", kept, gone);
    RoleTables.revoke(handle, gone.id());
    RoleTables.grant(handle, kept.id(), role, now);
    PreferenceTables.delete(handle, gone.id());
    wanted.ifPresent(preferences -> PreferenceTables.put(handle, kept.id(), preferences));
    History.deleteOld(handle, kept.id());
    handle.execute("delete from person where id = ?", gone.id());
  }

  private static void move(Handle handle, String table, String column, Person kept, Person gone) {
    handle.execute(
        "update " + table + " set " + column + " = ? where " + column + " = ?",
        kept.id(),
        gone.id());
  }
}
