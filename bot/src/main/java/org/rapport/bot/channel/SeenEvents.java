package org.rapport.bot.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.store.Store;

/**
 * Remembers what was delivered, so that a redelivered event is handled once: in the database for
 * all replicas, and in memory for as long as the database is away.
 */
public final class SeenEvents {
  /** How long an event is remembered; Slack redelivers within about an hour. */
  private static final Duration KEPT = Duration.ofHours(24);

  private static final int IN_MEMORY = 20_000;
  private static final int CHUNK = 500;

  private final Store store;
  private final InstantSource clock;
  private final SequencedSet<String> recent = new LinkedHashSet<>();

  public SeenEvents(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes an event under all its names.
   *
   * @param keys names of the same event, such as its event id and its team, channel and time stamp
   * @return whether none of them was seen before
   */
  public boolean first(String... keys) {
    List<String> names = List.of(keys);
    return firstHere(names)
        && store
            .attempt("noting an event", () -> store.write(handle -> first(handle, names)))
            .orElse(true);
  }

  /**
   * Notes an event in this process only; to be followed by {@link #first(Handle, List)}.
   *
   * @return whether none of its names was seen in this process before
   */
  public synchronized boolean firstHere(List<String> keys) {
    boolean first = true;
    for (String hash : hashes(keys)) {
      first &= recent.add(hash);
    }
    while (recent.size() > IN_MEMORY) {
      recent.removeFirst();
    }
    return first;
  }

  /**
   * Notes an event in the caller's transaction.
   *
   * @return whether none of its names was noted in the database before
   */
  public boolean first(Handle handle, List<String> keys) {
    List<String> hashes = hashes(keys);
    int fresh = 0;
    for (String hash : hashes) {
      fresh +=
          handle.execute(
              "insert into seen_event (event_key, seen_at) values (?, ?)"
                  + " on conflict (event_key) do nothing",
              hash,
              clock.millis());
    }
    return fresh == hashes.size();
  }

  /** Forgets what is old enough never to come again. */
  public void forgetOld() {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    int deleted;
    do {
      deleted = deleteChunk(before);
    } while (deleted == CHUNK);
  }

  /** In one order everywhere: two replicas that insert crosswise would block each other. */
  private static List<String> hashes(List<String> keys) {
    return keys.stream().map(SeenEvents::hash).distinct().sorted().toList();
  }

  private int deleteChunk(long before) {
    return store.write(handle ->
        handle.execute(
            "delete from seen_event where event_key in"
                + " (select event_key from seen_event where seen_at < ? limit ?)",
            before,
            CHUNK));
  }

  /** Names come in any length and name people; a hash does neither. */
  private static String hash(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
