package org.rapport.bot.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rapport.knowledge.ask.Indexing;
import org.rapport.knowledge.index.Edition;
import org.rapport.knowledge.index.Entry;

/** What is released, in the database; every call works in a transaction of the caller's. */
final class ReleaseTables {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int AT_ONCE = 500;

  private ReleaseTables() {}

  /** A generation that is live. */
  record Live(String owner, int number, String digest) {}

  static List<Live> live(Handle handle) {
    return handle
        .select(
            "select g.owner, g.number, g.digest from live_generation l"
                + " join generation g on g.owner = l.owner and g.number = l.number"
                + " order by g.owner")
        .map((row, context) ->
            new Live(row.getString("owner"), row.getInt("number"), row.getString("digest")))
        .list();
  }

  static OptionalInt liveNumber(Handle handle, String owner) {
    return handle
        .select("select number from live_generation where owner = ?", owner)
        .mapTo(Integer.class)
        .findOne()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** All that are kept, newest first. */
  static List<Released> all(Handle handle, String owner) {
    int live = liveNumber(handle, owner).orElse(0);
    return handle
        .select(
            "select number, digest, sections, origin, built_by, built_at from generation"
                + " where owner = ? order by number desc",
            owner)
        .map((row, context) ->
            new Released(
                row.getInt("number"),
                row.getString("digest"),
                row.getInt("sections"),
                Released.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                row.getString("built_by"),
                Instant.ofEpochMilli(row.getLong("built_at")),
                row.getInt("number") == live))
        .list();
  }

  /** The edition that a generation was built from. */
  static Optional<Edition> edition(Handle handle, String owner, int number) {
    return handle
        .select(
            "select entries, rules from generation where owner = ? and number = ?", owner, number)
        .map((row, context) ->
            edition(handle, owner, row.getString("entries"), row.getString("rules")))
        .findOne();
  }

  private static Edition edition(Handle handle, String owner, String hashes, String rules) {
    Map<String, String> bodies = new HashMap<>();
    List<String> wanted = lines(hashes);
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      handle
          .createQuery(
              "select hash, body from guidance_entry where owner = :owner and hash in (<hashes>)")
          .bind("owner", owner)
          .bindList("hashes", wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())))
          .map((row, context) -> Map.entry(row.getString("hash"), row.getString("body")))
          .forEach(each -> bodies.put(each.getKey(), each.getValue()));
    }
    List<Entry> entries = new ArrayList<>();
    for (String hash : wanted) {
      String body = bodies.get(hash);
      if (body == null) {
        throw new IllegalStateException("A section of a released generation is missing");
      }
      entries.add(entry(body));
    }
    return new Edition(entries, rules);
  }

  /**
   * Adds a generation; its entries that are there already stay as they are.
   *
   * @param golden what the vectors of its golden questions are kept by
   * @return false, and nothing of use is done, if there is one of that number
   */
  static boolean add(
      Handle handle,
      String owner,
      int number,
      Edition edition,
      Set<String> golden,
      Released.Origin origin,
      String by,
      long at) {
    addEntries(handle, owner, edition);
    Set<String> keys = new LinkedHashSet<>(Indexing.rulesVectorKeys(edition));
    keys.addAll(golden);
    int added =
        handle.execute(
            "insert into generation (owner, number, digest, sections, entries, rules,"
                + " rules_vectors, origin, built_by, built_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (owner, number) do nothing",
            owner,
            number,
            edition.digest(),
            edition.entries().size(),
            String.join("\n", edition.hashes()),
            edition.rules(),
            String.join("\n", keys),
            origin.name().toLowerCase(Locale.ROOT),
            by,
            at);
    return added == 1;
  }

  private static void addEntries(Handle handle, String owner, Edition edition) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into guidance_entry (owner, hash, vectors_key, body) values (?, ?, ?, ?)");
    newEntries(handle, owner, edition)
        .forEach((hash, entry) -> {
          batch.add(owner, hash, entry.vectorsKey(), json(entry));
          if (batch.size() >= AT_ONCE) {
            batch.execute();
          }
        });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * The entries of an edition that no kept generation has, by their hash. The vectors of all others
   * are kept.
   */
  static Map<String, Entry> newEntries(Handle handle, String owner, Edition edition) {
    Set<String> there = Set.copyOf(hashes(handle, owner));
    Map<String, Entry> fresh = new LinkedHashMap<>();
    for (int i = 0; i < edition.entries().size(); i++) {
      String hash = edition.hashes().get(i);
      if (!there.contains(hash)) {
        fresh.put(hash, edition.entries().get(i));
      }
    }
    return fresh;
  }

  /**
   * Makes a generation the live one.
   *
   * @param before the one that must be live now; empty for none
   * @return false, and nothing is done, if another is live
   */
  static boolean makeLive(Handle handle, String owner, int number, OptionalInt before, long at) {
    int changed =
        before.isEmpty()
            ? handle.execute(
                "insert into live_generation (owner, number, since) values (?, ?, ?)"
                    + " on conflict (owner) do nothing",
                owner,
                number,
                at)
            : handle.execute(
                "update live_generation set number = ?, since = ? where owner = ? and number = ?",
                number,
                at,
                owner,
                before.getAsInt());
    return changed == 1;
  }

  /**
   * Deletes all generations but the live one and the last few, and what only they had.
   *
   * @return the numbers of those that are kept
   */
  static List<Integer> prune(Handle handle, String owner, int last) {
    List<Released> all = all(handle, owner);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < last || all.get(i).isLive()) {
        kept.add(all.get(i).number());
      } else {
        handle.execute(
            "delete from generation where owner = ? and number = ?", owner, all.get(i).number());
      }
    }
    Set<String> entries = new HashSet<>();
    Set<String> vectors = new HashSet<>();
    handle
        .select("select entries, rules_vectors from generation where owner = ?", owner)
        .map((row, context) -> List.of(row.getString("entries"), row.getString("rules_vectors")))
        .forEach(each -> {
          entries.addAll(lines(each.getFirst()));
          vectors.addAll(lines(each.getLast()));
        });
    delete(handle, "guidance_entry", "hash", owner, hashes(handle, owner), entries);
    vectors.addAll(
        handle
            .select("select vectors_key from guidance_entry where owner = ?", owner)
            .mapTo(String.class)
            .list());
    delete(handle, "entry_vectors", "vectors_key", owner, vectorKeys(handle, owner), vectors);
    return kept;
  }

  private static void delete(
      Handle handle,
      String table,
      String column,
      String owner,
      List<String> there,
      Set<String> needed) {
    PreparedBatch batch =
        handle.prepareBatch("delete from " + table + " where owner = ? and " + column + " = ?");
    there.stream().filter(key -> !needed.contains(key)).forEach(key -> batch.add(owner, key));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static List<String> hashes(Handle handle, String owner) {
    return handle
        .select("select hash from guidance_entry where owner = ?", owner)
        .mapTo(String.class)
        .list();
  }

  private static List<String> vectorKeys(Handle handle, String owner) {
    return handle
        .select("select vectors_key from entry_vectors where owner = ?", owner)
        .mapTo(String.class)
        .list();
  }

  private static List<String> lines(String joined) {
    return joined.isEmpty() ? List.of() : joined.lines().toList();
  }

  private static String json(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }

  private static Entry entry(String json) {
    try {
      return JSON.readValue(json, Entry.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A section in the database is damaged", damaged);
    }
  }
}
