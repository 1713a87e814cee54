package org.rapport.bot.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * What became of deliveries, for those who planned them; changes nothing. Every call throws {@link
 * StoreAway} while the database is away.
 */
public final class Results {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Store store;

  public Results(Store store) {
    this.store = store;
  }

  /** All deliveries of a campaign, counted; days are those of a zone. */
  public List<Tally> tallies(String organisation, String campaign, ZoneId zone) {
    return hourly(organisation, campaign, zone).stream()
        .collect(
            Collectors.groupingBy(tally -> counted(tally, 0), Collectors.summingInt(Tally::count)))
        .entrySet()
        .stream()
        .map(sum -> counted(sum.getKey(), sum.getValue()))
        .toList();
  }

  /**
   * Who did not, or may not have, got their nudge of a campaign, by occurrence and person.
   *
   * @param after id of the last one that is known; empty for the first page
   * @param most how many at most
   */
  public List<Missed> missed(String organisation, String campaign, String after, int most) {
    return store.read(handle -> {
      Place last = place(handle, organisation, after);
      return handle
          .select(
              "select id, occurrence, person, channel, workspace, user_id, status, reason"
                  + " from delivery where organisation_id = ? and campaign = ?"
                  + " and (occurrence, person) > (?, ?)"
                  + " and status in ('skipped', 'failed', 'unconfirmed')"
                  + " order by occurrence, person limit ?",
              organisation,
              campaign,
              last.occurrence(),
              last.person(),
              most)
          .map((row, context) ->
              new Missed(
                  row.getString("id"),
                  row.getString("occurrence"),
                  row.getString("person"),
                  Rows.address(row),
                  Status.of(row.getString("status")),
                  row.getString("reason")))
          .list();
    });
  }

  /** Where a delivery stands among those of its campaign; before all if there is none. */
  private static Place place(Handle handle, String organisation, String delivery) {
    return handle
        .select(
            "select id, occurrence, person from delivery where id = ? and organisation_id = ?",
            delivery,
            organisation)
        .map((row, context) -> Place.read(row))
        .findOne()
        .orElse(Place.START);
  }

  /**
   * How many nudges reached a person, or may have, over all campaigns; one that is being sent is
   * among them.
   *
   * @param since from then on
   */
  public int reached(String organisation, String person, Instant since) {
    return store.read(handle ->
        handle
            .select(
                "select count(*) from delivery where organisation_id = ? and person = ?"
                    + " and status in ('claimed', 'sent', 'unconfirmed')"
                    + " and coalesce(settled_at, claimed_at) >= ?",
                organisation,
                person,
                since.toEpochMilli())
            .mapTo(Integer.class)
            .one());
  }

  /** By the hour, as no database knows every zone's days. */
  private List<Tally> hourly(String organisation, String campaign, ZoneId zone) {
    return store.read(handle ->
        handle
            .select(
                "select occurrence, status, reason, coalesce(settled_at, due_at) / ? as hour,"
                    + " count(*) as deliveries from delivery"
                    + " where organisation_id = ? and campaign = ?"
                    + " group by occurrence, status, reason, hour"
                    + " order by occurrence, hour, status, reason",
                HOUR,
                organisation,
                campaign)
            .map((row, context) ->
                new Tally(
                    campaign,
                    row.getString("occurrence"),
                    Status.of(row.getString("status")),
                    row.getString("reason"),
                    day(row.getLong("hour"), zone),
                    row.getInt("deliveries")))
            .list());
  }

  private static LocalDate day(long hour, ZoneId zone) {
    return Instant.ofEpochMilli(hour * HOUR).atZone(zone).toLocalDate();
  }

  private static Tally counted(Tally tally, int count) {
    return new Tally(
        tally.campaign(), tally.occurrence(), tally.status(), tally.reason(), tally.day(), count);
  }
}
