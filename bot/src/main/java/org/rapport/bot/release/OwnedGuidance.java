package org.rapport.bot.release;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Signed;
import org.rapport.bot.store.Belongings;

/**
 * Organisations' own guidance in the database, as a thing that moves and that people signed. Two
 * that both have some live cannot become one: their documents would hide one another.
 */
public final class OwnedGuidance implements Belongings, Signed {

  @Override
  public boolean clash(Handle handle, String from, String into) {
    return liveSections(handle, from) > 0 && liveSections(handle, into) > 0;
  }

  /** All generations stay to be rolled back to, numbered after those that are there. */
  @Override
  public void move(Handle handle, String from, String into) {
    int last =
        handle
            .select("select coalesce(max(number), 0) from generation where owner = ?", into)
            .mapTo(Integer.class)
            .one();
    if (liveSections(handle, from) > 0 || liveSections(handle, into) == 0) {
      handle.execute(
          "delete from live_generation where owner = ?"
              + " and exists (select 1 from live_generation where owner = ?)",
          into,
          from);
      handle.execute(
          "update live_generation set owner = ?, number = number + ? where owner = ?",
          into,
          last,
          from);
    } else {
      handle.execute("delete from live_generation where owner = ?", from);
    }
    handle.execute(
        "update generation set owner = ?, number = number + ? where owner = ?", into, last, from);
    moveHashed(handle, "guidance_entry", "hash", from, into);
    moveHashed(handle, "entry_vectors", "vectors_key", from, into);
  }

  /** What both have is the same, as it is kept by the hash of what it is. */
  private static void moveHashed(
      Handle handle, String table, String hash, String from, String into) {
    handle.execute(
        "delete from %1$s where owner = ? and %2$s in (select %2$s from %1$s where owner = ?)"
            .formatted(table, hash),
        from,
        into);
    handle.execute("update " + table + " set owner = ? where owner = ?", into, from);
  }

  private static int liveSections(Handle handle, String owner) {
    return handle
        .select(
            "select sections from live_generation l"
                + " join generation g on g.owner = l.owner and g.number = l.number"
                + " where l.owner = ?",
            owner)
        .mapTo(Integer.class)
        .findOne()
        .orElse(0);
  }

  @Override
  public List<String> by(Handle handle, String organisation, Actor person, String address) {
    return handle
        .select(
            "select number from generation where owner = ? and built_by = ? order by number",
            organisation,
            person.name())
        .mapTo(Integer.class)
        .map(number -> "released generation " + number + " of your organisation's documents")
        .list();
  }

  @Override
  public void disguise(
      Handle handle, String organisation, Actor person, String address, String key) {
    handle.execute(
        "update generation set built_by = ? where owner = ? and built_by = ?",
        key,
        organisation,
        person.name());
  }
}
