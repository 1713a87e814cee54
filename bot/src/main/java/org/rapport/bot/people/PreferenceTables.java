package org.rapport.bot.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Preferences and history; every call works in a transaction of the caller's. */
final class PreferenceTables {
  private PreferenceTables() {}

  /** A person's own; empty if they never said anything. */
  static Optional<Preferences> find(Handle handle, String person) {
    return handle
        .select("select * from preference where person_id = ?", person)
        .map((row, context) -> preferences(row))
        .findOne();
  }

  /** What a person wants, said or usual. */
  static Preferences of(Handle handle, String person) {
    return find(handle, person).orElse(Preferences.USUAL);
  }

  /** Keeps them; with history off, what was kept of it goes at once. */
  static void put(Handle handle, String person, Preferences now) {
    handle.execute(
        "insert into preference (person_id, position, stage, platforms, zone, nudge_day,"
            + " nudge_time, quiet_from, quiet_to, paused_until, stopped, keeps_history)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (person_id) do update set"
            + " position = excluded.position, stage = excluded.stage,"
            + " platforms = excluded.platforms, zone = excluded.zone,"
            + " nudge_day = excluded.nudge_day, nudge_time = excluded.nudge_time,"
            + " quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,"
            + " paused_until = excluded.paused_until, stopped = excluded.stopped,"
            + " keeps_history = excluded.keeps_history",
        person,
        now.position().map(Position::id).orElse(null),
        now.stage().number(),
        now.platforms().stream().map(Platform::id).sorted().collect(Collectors.joining(",")),
        now.zone().getId(),
        now.nudgeDay().name(),
        now.nudgeTime().toString(),
        now.quiet().from().toString(),
        now.quiet().to().toString(),
        now.pausedUntil().map(LocalDate::toString).orElse(null),
        now.stopped(),
        now.keepsHistory());
    if (!now.keepsHistory()) {
      handle.execute("delete from history where person_id = ?", person);
    }
  }

  static void delete(Handle handle, String person) {
    handle.execute("delete from preference where person_id = ?", person);
  }

  /** What a row says. */
  static Preferences preferences(ResultSet row) throws SQLException {
    return new Preferences(
        Optional.ofNullable(row.getString("position")).flatMap(Position::of),
        Stage.of(row.getInt("stage")).orElse(Stage.NOT_YET),
        platforms(row.getString("platforms")),
        ZoneId.of(row.getString("zone")),
        DayOfWeek.valueOf(row.getString("nudge_day")),
        LocalTime.parse(row.getString("nudge_time")),
        new QuietHours(
            LocalTime.parse(row.getString("quiet_from")),
            LocalTime.parse(row.getString("quiet_to"))),
        Optional.ofNullable(row.getString("paused_until")).map(LocalDate::parse),
        row.getBoolean("stopped"),
        row.getBoolean("keeps_history"));
  }

  private static Set<Platform> platforms(String ids) {
    return Arrays.stream(ids.split(","))
        .flatMap(id -> Platform.of(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
