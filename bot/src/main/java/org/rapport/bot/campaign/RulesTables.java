package org.rapport.bot.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rapport.knowledge.library.Span;

/**
 * What organisations hold their campaigns to; every call works in a transaction of the caller's.
 */
final class RulesTables {
  private RulesTables() {}

  static Rules of(Handle handle, String organisation) {
    List<Span> quiet =
        handle
            .select(
                "select from_day, to_day from quiet_period where organisation_id = ?"
                    + " order by from_day, to_day",
                organisation)
            .map((row, context) ->
                new Span(
                    LocalDate.parse(row.getString("from_day")),
                    LocalDate.parse(row.getString("to_day"))))
            .list();
    return handle
        .select(
            "select needs_approval, weekly_cap, ignored_limit from campaign_rules"
                + " where organisation_id = ?",
            organisation)
        .map((row, context) ->
            new Rules(
                row.getBoolean("needs_approval"),
                row.getInt("weekly_cap"),
                row.getInt("ignored_limit"),
                quiet))
        .findOne()
        .orElseGet(() ->
            new Rules(
                Rules.USUAL.needsApproval(),
                Rules.USUAL.weeklyCap(),
                Rules.USUAL.ignoredLimit(),
                quiet));
  }

  static void put(Handle handle, String organisation, Rules rules) {
    handle.execute(
        "insert into campaign_rules (organisation_id, needs_approval, weekly_cap, ignored_limit)"
            + " values (?, ?, ?, ?) on conflict (organisation_id) do update set"
            + " needs_approval = excluded.needs_approval, weekly_cap = excluded.weekly_cap,"
            + " ignored_limit = excluded.ignored_limit",
        organisation,
        rules.needsApproval(),
        rules.weeklyCap(),
        rules.ignoredLimit());
    handle.execute("delete from quiet_period where organisation_id = ?", organisation);
    rules
        .quiet()
        .forEach(days ->
            handle.execute(
                "insert into quiet_period (organisation_id, from_day, to_day) values (?, ?, ?)"
                    + " on conflict do nothing",
                organisation,
                days.first().toString(),
                days.last().toString()));
  }

  /** The organisation that stays keeps its own; the other's quiet days are kept too. */
  static void move(Handle handle, String from, String into) {
    handle.execute("delete from campaign_rules where organisation_id = ?", from);
    handle.execute(
        "insert into quiet_period (organisation_id, from_day, to_day)"
            + " select ?, from_day, to_day from quiet_period where organisation_id = ?"
            + " on conflict do nothing",
        into,
        from);
    handle.execute("delete from quiet_period where organisation_id = ?", from);
  }
}
