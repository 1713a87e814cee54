package org.rapport.bot.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;

/**
 * The audit trail: lines are added, and never changed, but that a person who is forgotten becomes a
 * random key in it.
 */
public final class Audit implements Signed, Belongings {
  private static final int LONGEST_NAME = 200;

  private final Store store;
  private final InstantSource clock;

  public Audit(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A line of the trail. */
  public record Line(Instant at, Actor by, Deed deed) {}

  /** Notes a deed in the transaction that does it. */
  public void note(Handle handle, Actor by, Deed deed) {
    handle.execute(
        "insert into audit (id, at, organisation_id, who, origin, action, subject, result, detail)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        clock.millis(),
        deed.organisation(),
        shortened(by.name()),
        shortened(by.origin()),
        deed.action(),
        shortened(deed.subject()),
        deed.result().name().toLowerCase(Locale.ROOT),
        deed.detail());
  }

  /** Notes a deed by itself. */
  public void note(Actor by, Deed deed) {
    store.run(handle -> note(handle, by, deed));
  }

  /**
   * The last lines of an organisation's trail, newest first.
   *
   * @param most how many at most
   */
  public List<Line> last(String organisation, int most) {
    return store.read(handle ->
        handle
            .select(
                "select at, who, origin, action, subject, result, detail from audit"
                    + " where organisation_id = ? order by at desc, id limit ?",
                organisation,
                most)
            .map((row, context) ->
                new Line(
                    Instant.ofEpochMilli(row.getLong("at")),
                    new Actor(row.getString("who"), row.getString("origin")),
                    new Deed(
                        organisation,
                        row.getString("action"),
                        row.getString("subject"),
                        Deed.Result.valueOf(row.getString("result").toUpperCase(Locale.ROOT)),
                        row.getString("detail"))))
            .list());
  }

  @Override
  public List<String> by(Handle handle, String organisation, Actor person, String address) {
    return handle
        .select(
            "select at, action, subject, result from audit"
                + " where (who = ? and origin = ?) or subject = ? order by at, id",
            shortened(person.name()),
            shortened(person.origin()),
            shortened(address))
        .map((row, context) ->
            "%s %s %s: %s"
                .formatted(
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("action"),
                    row.getString("subject"),
                    row.getString("result")))
        .list();
  }

  @Override
  public void disguise(
      Handle handle, String organisation, Actor person, String address, String key) {
    handle.execute(
        "update audit set who = ? where who = ? and origin = ?",
        key,
        shortened(person.name()),
        shortened(person.origin()));
    handle.execute("update audit set subject = ? where subject = ?", key, shortened(address));
  }

  @Override
  public void move(Handle handle, String from, String into) {
    handle.execute("update audit set organisation_id = ? where organisation_id = ?", into, from);
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
