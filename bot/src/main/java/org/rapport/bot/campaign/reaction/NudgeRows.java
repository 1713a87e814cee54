package org.rapport.bot.campaign.reaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.rapport.knowledge.library.Platform;

/** Reads and writes the rows of nudges; every call works in a transaction of the caller's. */
final class NudgeRows {
  private NudgeRows() {}

  /** Keeps a nudge unless its delivery has one; says how many that is. */
  static int add(Handle handle, GivenNudge given) {
    return handle.execute(
        "insert into nudge (delivery_id, organisation_id, person_id, campaign, occurrence,"
            + " made_for, is_first, post, platform, network, small_check, made_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (delivery_id) do nothing",
        given.delivery(),
        given.organisation(),
        given.person(),
        given.campaign(),
        given.occurrence(),
        given.on().toString(),
        given.isFirst(),
        given.post().orElse(null),
        given.platform().map(Platform::name).orElse(null),
        given.network().orElse(null),
        given.check().orElse(null),
        given.at().toEpochMilli());
  }

  static Optional<GivenNudge> find(Handle handle, String organisation, String delivery) {
    return handle
        .select(
            "select * from nudge where organisation_id = ? and delivery_id = ?",
            organisation,
            delivery)
        .map((row, context) -> given(row))
        .findOne();
  }

  /** All that a person was given, newest first. */
  static List<PastNudge> past(Handle handle, String person) {
    Map<String, Set<Reaction>> reactions = new LinkedHashMap<>();
    handle
        .select(
            "select r.delivery_id, r.reaction from nudge_reaction r"
                + " join nudge n on n.delivery_id = r.delivery_id where n.person_id = ?",
            person)
        .map((row, context) ->
            Map.entry(row.getString("delivery_id"), Reaction.of(row.getString("reaction"))))
        .forEach(each ->
            each.getValue()
                .ifPresent(said ->
                    reactions
                        .computeIfAbsent(each.getKey(), id -> EnumSet.noneOf(Reaction.class))
                        .add(said)));
    return handle
        .select(
            "select * from nudge where person_id = ? order by made_at desc, delivery_id", person)
        .map((row, context) -> given(row))
        .stream()
        .map(given -> new PastNudge(given, reactions.getOrDefault(given.delivery(), Set.of())))
        .toList();
  }

  static Set<Reaction> reactions(Handle handle, String delivery) {
    List<Reaction> said = new ArrayList<>();
    handle
        .select("select reaction from nudge_reaction where delivery_id = ?", delivery)
        .mapTo(String.class)
        .forEach(id -> Reaction.of(id).ifPresent(said::add));
    return Set.copyOf(said);
  }

  /** Whether it is the first time that this is said to it. */
  static boolean react(Handle handle, String delivery, Reaction reaction, Instant at) {
    return handle.execute(
            "insert into nudge_reaction (delivery_id, reaction, reacted_at) values (?, ?, ?)"
                + " on conflict (delivery_id, reaction) do nothing",
            delivery,
            reaction.id(),
            at.toEpochMilli())
        == 1;
  }

  static void delete(Handle handle, String person) {
    handle.execute(
        "delete from nudge_reaction where delivery_id in"
            + " (select delivery_id from nudge where person_id = ?)",
        person);
    handle.execute("delete from nudge where person_id = ?", person);
  }

  private static GivenNudge given(ResultSet row) throws SQLException {
    return new GivenNudge(
        row.getString("delivery_id"),
        row.getString("organisation_id"),
        row.getString("person_id"),
        row.getString("campaign"),
        row.getString("occurrence"),
        LocalDate.parse(row.getString("made_for")),
        row.getBoolean("is_first"),
        Optional.ofNullable(row.getString("post")),
        Optional.ofNullable(row.getString("platform")).map(Platform::valueOf),
        Optional.ofNullable(row.getString("network")),
        Optional.ofNullable(row.getString("small_check")),
        Instant.ofEpochMilli(row.getLong("made_at")));
  }
}
