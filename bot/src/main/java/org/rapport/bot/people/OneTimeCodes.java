package org.rapport.bot.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;

/**
 * Codes that a person carries from one place to another. Each is kept as a keyed hash alone, for
 * ten minutes and one use. Five wrong tries lock an address out for an hour.
 */
final class OneTimeCodes {
  /** How long a code can be used. */
  static final Duration VALID = Duration.ofMinutes(10);

  /** How long nothing can be tried after too many wrong tries. */
  static final Duration LOCKED = Duration.ofHours(1);

  static final int MOST_WRONG = 5;
  static final int LENGTH = 8;

  /** None of these looks like another: no B and 8, I, L and 1, O and 0, S and 5, Z and 2. */
  private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY34679";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Fingerprints fingerprints;
  private final InstantSource clock;

  OneTimeCodes(Fingerprints fingerprints, InstantSource clock) {
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /** What a code is for; one for another purpose is wrong. */
  enum Purpose {
    LINK,
    JOIN;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A new code of {@value #LENGTH} letters and digits; an earlier one of the same person for the
   * same purpose is worthless from now on.
   *
   * @param at where they are told it
   */
  String make(Handle handle, Purpose purpose, String person, Address at) {
    handle.execute(
        "delete from one_time_code where expires_at <= ? or (person_id = ? and purpose = ?)",
        clock.millis(),
        person,
        purpose.id());
    String code =
        RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(LETTERS::charAt)
            .map(String::valueOf)
            .collect(Collectors.joining());
    handle.execute(
        "insert into one_time_code (hash, purpose, person_id, address, expires_at)"
            + " values (?, ?, ?, ?, ?)",
        fingerprints.code(purpose.id(), code).getFirst(),
        purpose.id(),
        person,
        AddressText.of(AddressText.inOneCase(at)),
        clock.instant().plus(VALID).toEpochMilli());
    return code;
  }

  /**
   * Tries a code and uses it up if it is right. Tries of one address come one after another.
   *
   * @param typed in any case, with spaces or hyphens or none
   * @param person who tries; held together with the maker of the code
   */
  CodeTry use(Handle handle, Purpose purpose, Address by, String person, String typed) {
    Optional<Instant> locked = countTry(handle, fingerprints.address(by).getFirst());
    if (locked.isPresent()) {
      return new CodeTry.Locked(locked.get());
    }
    List<String> hashes = fingerprints.code(purpose.id(), plain(typed));
    maker(handle, purpose, hashes).ifPresent(maker -> holdBoth(handle, person, maker));
    Optional<CodeTry.Right> right = take(handle, purpose, hashes);
    if (right.isEmpty()) {
      return new CodeTry.Wrong(MOST_WRONG - wrong(handle, by));
    }
    handle.execute(
        "delete from code_try where address_hash = ?", fingerprints.address(by).getFirst());
    return right.get();
  }

  /**
   * Counts a try as wrong until it proves right; this also makes others from the same address wait.
   *
   * @return until when it is locked, if it is; such a try does not count
   */
  private Optional<Instant> countTry(Handle handle, String address) {
    long now = clock.millis();
    long hourAgo = clock.instant().minus(LOCKED).toEpochMilli();
    handle.execute("delete from code_try where last_at <= ?", hourAgo);
    handle.execute(
        "insert into code_try (address_hash, wrong, last_at) values (?, 0, ?)"
            + " on conflict (address_hash) do update set wrong = code_try.wrong",
        address,
        now);
    Map.Entry<Integer, Long> before =
        handle
            .select("select wrong, last_at from code_try where address_hash = ?", address)
            .map((row, context) -> Map.entry(row.getInt("wrong"), row.getLong("last_at")))
            .one();
    if (before.getKey() >= MOST_WRONG) {
      return Optional.of(Instant.ofEpochMilli(before.getValue()).plus(LOCKED));
    }
    handle.execute(
        "update code_try set wrong = wrong + 1, last_at = ? where address_hash = ?", now, address);
    return Optional.empty();
  }

  private int wrong(Handle handle, Address by) {
    return handle
        .select(
            "select wrong from code_try where address_hash = ?",
            fingerprints.address(by).getFirst())
        .mapTo(Integer.class)
        .one();
  }

  private Optional<String> maker(Handle handle, Purpose purpose, List<String> hashes) {
    return handle
        .createQuery(
            "select person_id from one_time_code where hash in (<hashes>) and purpose = :purpose")
        .bindList("hashes", hashes)
        .bind("purpose", purpose.id())
        .mapTo(String.class)
        .findFirst();
  }

  /** In one order always, so that two who use each other's code do not wait for each other. */
  private static void holdBoth(Handle handle, String one, String other) {
    List.of(one, other).stream()
        .sorted()
        .forEach(person -> PeopleTables.holdPerson(handle, person));
  }

  /**
   * Uses a code up, whoever has it by now: two people may have become one meanwhile. Only one
   * transaction can; for any other it was never there.
   */
  private Optional<CodeTry.Right> take(Handle handle, Purpose purpose, List<String> hashes) {
    return handle
        .createQuery(
            "delete from one_time_code"
                + " where hash in (<hashes>) and purpose = :purpose and expires_at > :now"
                + " returning person_id, address")
        .bindList("hashes", hashes)
        .bind("purpose", purpose.id())
        .bind("now", clock.millis())
        .map((row, context) ->
            new CodeTry.Right(
                row.getString("person_id"), AddressText.kept(row.getString("address"))))
        .findFirst();
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
