package org.rapport.bot.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Enrolments, tags, leave and lists; every call works in a transaction of the caller's. */
final class EnrolmentTables {
  /** The tables of which a person has several rows, and what tells these apart. */
  private static final Map<String, String> OF_A_PERSON =
      Map.of("person_tag", "tag", "person_leave", "from_day", "people_list_member", "list_id");

  private EnrolmentTables() {}

  /** What an organisation said of a person when it enrolled them. */
  record Said(Optional<Position> position, Optional<Stage> stage, Optional<ZoneId> zone) {
    static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Optional<Said> said(Handle handle, String person) {
    return handle
        .select("select position, stage, zone from enrolment where person_id = ?", person)
        .map((row, context) ->
            new Said(
                Optional.ofNullable(row.getString("position")).flatMap(Position::of),
                Optional.ofNullable((Integer) row.getObject("stage")).flatMap(Stage::of),
                Optional.ofNullable(row.getString("zone")).flatMap(Preferences::zone)))
        .findOne();
  }

  /** Keeps it in place of what was said before; who enrolled them first stays. */
  static void put(Handle handle, String person, Enrolment said, long now) {
    handle.execute(
        "insert into enrolment (person_id, enrolled_by, because, enrolled_at, position, stage,"
            + " zone, nation) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (person_id) do update set"
            + " position = excluded.position, stage = excluded.stage, zone = excluded.zone,"
            + " nation = excluded.nation",
        person,
        said.by(),
        said.because(),
        now,
        said.position().map(Position::id).orElse(null),
        said.stage().map(Stage::number).orElse(null),
        said.zone().map(ZoneId::getId).orElse(null),
        said.nation().map(EnrolmentTables::id).orElse(null));
    handle.execute("delete from person_tag where person_id = ?", person);
    said.tags()
        .forEach(tag ->
            handle.execute("insert into person_tag (person_id, tag) values (?, ?)", person, tag));
    handle.execute("delete from person_leave where person_id = ?", person);
    said.leave()
        .forEach(days ->
            handle.execute(
                "insert into person_leave (person_id, from_day, to_day) values (?, ?, ?)"
                    + " on conflict (person_id, from_day) do update set to_day = excluded.to_day",
                person,
                days.first().toString(),
                days.last().toString()));
  }

  /** The id of a list; made if there is none of that name. */
  static String addedList(Handle handle, String organisation, String name) {
    handle.execute(
        "insert into people_list (id, organisation_id, name) values (?, ?, ?)"
            + " on conflict (organisation_id, name) do nothing",
        UUID.randomUUID().toString(),
        organisation,
        name);
    return handle
        .select(
            "select id from people_list where organisation_id = ? and name = ?", organisation, name)
        .mapTo(String.class)
        .one();
  }

  static void addToList(Handle handle, String list, String person) {
    handle.execute(
        "insert into people_list_member (list_id, person_id) values (?, ?)"
            + " on conflict (list_id, person_id) do nothing",
        list,
        person);
  }

  /** When somebody was enrolled first, and their nation as far as somebody said it. */
  record Entered(Instant since, Optional<Nation> nation) {
    static final Entered NEVER = new Entered(Instant.MAX, Optional.empty());
  }

  /** Of those of some people who are enrolled. */
  static Map<String, Entered> entered(Handle handle, Collection<String> people) {
    return handle
        .createQuery(
            "select person_id, enrolled_at, nation from enrolment where person_id in (<people>)")
        .bindList("people", List.copyOf(people))
        .map((row, context) ->
            Map.entry(
                row.getString("person_id"),
                new Entered(
                    Instant.ofEpochMilli(row.getLong("enrolled_at")),
                    Optional.ofNullable(row.getString("nation")).map(EnrolmentTables::nation))))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** When some people are away. */
  static Map<String, List<Span>> leave(Handle handle, Collection<String> people) {
    return handle
        .createQuery(
            "select person_id, from_day, to_day from person_leave where person_id in (<people>)"
                + " order by person_id, from_day")
        .bindList("people", List.copyOf(people))
        .map((row, context) -> Map.entry(row.getString("person_id"), days(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** What is kept of a person, a line each for them to read. */
  static List<String> lines(Handle handle, String person) {
    List<String> lines = new ArrayList<>();
    lines.addAll(
        handle
            .select(
                "select enrolled_by, because, enrolled_at, nation from enrolment"
                    + " where person_id = ?",
                person)
            .map((row, context) ->
                "enrolled for nudges at %s by %s: %s%s"
                    .formatted(
                        Instant.ofEpochMilli(row.getLong("enrolled_at")),
                        row.getString("enrolled_by"),
                        row.getString("because"),
                        Optional.ofNullable(row.getString("nation"))
                            .map(nation -> "; nation " + nation)
                            .orElse("")))
            .list());
    lines.addAll(
        strings(handle, "select 'tag ' || tag from person_tag where person_id = ?", person));
    lines.addAll(
        strings(
            handle,
            "select 'away ' || from_day || ' to ' || to_day from person_leave"
                + " where person_id = ?",
            person));
    lines.addAll(
        strings(
            handle,
            "select 'on the list ' || name from people_list join people_list_member"
                + " on list_id = id where person_id = ?",
            person));
    return lines;
  }

  private static List<String> strings(Handle handle, String sql, String person) {
    return handle.select(sql, person).mapTo(String.class).list();
  }

  /** All of one person's becomes the other's. */
  static void unite(Handle handle, String kept, String gone) {
    OF_A_PERSON.forEach((table, other) ->
        handle.execute(
            "update %1$s set person_id = ? where person_id = ?".formatted(table)
                + " and %2$s not in (select %2$s from %1$s where person_id = ?)"
                    .formatted(table, other),
            kept,
            gone,
            kept));
    handle.execute(
        "update enrolment set person_id = ? where person_id = ?"
            + " and not exists (select 1 from enrolment where person_id = ?)",
        kept,
        gone,
        kept);
    delete(handle, gone);
  }

  static void delete(Handle handle, String person) {
    OF_A_PERSON
        .keySet()
        .forEach(table -> handle.execute("delete from " + table + " where person_id = ?", person));
    handle.execute("delete from enrolment where person_id = ?", person);
  }

  /** Makes the lists of an organisation another's; lists of the same name become one. */
  static void move(Handle handle, String from, String into) {
    handle
        .select("select id, name from people_list where organisation_id = ?", from)
        .map((row, context) -> Map.entry(row.getString("id"), row.getString("name")))
        .list()
        .forEach(list -> {
          String whole = addedList(handle, into, list.getValue());
          handle.execute(
              "insert into people_list_member (list_id, person_id)"
                  + " select ?, person_id from people_list_member where list_id = ?"
                  + " on conflict (list_id, person_id) do nothing",
              whole,
              list.getKey());
          handle.execute("delete from people_list_member where list_id = ?", list.getKey());
          handle.execute("delete from people_list where id = ?", list.getKey());
        });
  }

  private static Span days(ResultSet row) throws SQLException {
    return new Span(
        LocalDate.parse(row.getString("from_day")), LocalDate.parse(row.getString("to_day")));
  }

  private static String id(Nation nation) {
    return nation.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Nation nation(@Nullable String id) {
    return Nation.valueOf(String.valueOf(id).toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
