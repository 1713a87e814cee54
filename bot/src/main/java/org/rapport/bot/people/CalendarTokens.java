package org.rapport.bot.people;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * What makes the address of a person's calendar feed a secret: a token that is told once and kept
 * as a keyed hash alone. A person has one at most.
 */
public final class CalendarTokens implements PersonalTrace {
  /** Bytes of a token: as hard to guess as a key. */
  private static final int LENGTH = 32;

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Store store;
  private final KeyedHash hash;
  private final Audit audit;
  private final InstantSource clock;

  /** Whose a token is, and what they want of Rapport. */
  public record Owner(Person person, Preferences wants) {}

  public CalendarTokens(Store store, KeyedHash hash, Audit audit, InstantSource clock) {
    this.store = store;
    this.hash = hash;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Since when the person at an address has a token; empty if they have none.
   *
   * @throws StoreAway while the database is away
   */
  public Optional<Instant> since(Address who) {
    return store.read(
        handle -> PeopleTables.id(handle, who).flatMap(person -> since(handle, person)));
  }

  /**
   * A new token of 64 hexadecimal digits for the person at an address; an earlier one is worthless
   * from now on.
   *
   * @throws StoreAway while the database is away
   */
  public String renew(Address who) {
    byte[] random = new byte[LENGTH];
    RANDOM.nextBytes(random);
    String token = HexFormat.of().formatHex(random);
    store.run(handle -> {
      Person person = PeopleTables.added(handle, who, clock.millis());
      PeopleTables.holdPerson(handle, person.id());
      delete(handle, person.id());
      handle.execute(
          "insert into calendar_feed (person_id, token_hash, made_at) values (?, ?, ?)",
          person.id(),
          hashes(token).getFirst(),
          clock.millis());
      note(handle, person, who, "new address");
    });
    return token;
  }

  /**
   * Makes the person's token worthless.
   *
   * @return false if they had none
   * @throws StoreAway while the database is away
   */
  public boolean revoke(Address who) {
    return store.write(handle -> {
      Optional<Person> person = PeopleTables.find(handle, who);
      boolean had = person.filter(found -> delete(handle, found.id()) > 0).isPresent();
      if (had) {
        note(handle, person.orElseThrow(), who, "revoked");
      }
      return had;
    });
  }

  /**
   * Whose a token is; empty if it is nobody's.
   *
   * @param token as it came in from outside
   * @throws StoreAway while the database is away
   */
  public Optional<Owner> owner(String token) {
    return FORM.matcher(token).matches()
        ? store.read(handle -> owner(handle, hashes(token)))
        : Optional.empty();
  }

  private static Optional<Owner> owner(Handle handle, List<String> hashes) {
    return handle
        .createQuery("select person_id from calendar_feed where token_hash in (<hashes>)")
        .bindList("hashes", hashes)
        .mapTo(String.class)
        .findFirst()
        .flatMap(id -> PeopleTables.person(handle, id))
        .map(person -> new Owner(person, PreferenceTables.of(handle, person.id())));
  }

  private List<String> hashes(String token) {
    return hash.of("calendar-feed", token).stream().map(HexFormat.of()::formatHex).toList();
  }

  private void note(Handle handle, Person person, Address who, String what) {
    audit.note(
        handle,
        Actors.of(who),
        new Deed(person.organisation(), "calendar", AddressText.of(who), Deed.Result.DONE, what));
  }

  @Override
  public List<String> of(Handle handle, Person person) {
    return since(handle, person.id())
        .map(made -> List.of(made + " address of their calendar made, kept as a hash"))
        .orElse(List.of());
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    delete(handle, person.id());
  }

  /** Whoever stays keeps theirs, or gets the other's. */
  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    if (since(handle, kept.id()).isPresent()) {
      delete(handle, gone.id());
    } else {
      handle.execute(
          "update calendar_feed set person_id = ? where person_id = ?", kept.id(), gone.id());
    }
  }

  private static Optional<Instant> since(Handle handle, String person) {
    return handle
        .select("select made_at from calendar_feed where person_id = ?", person)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static int delete(Handle handle, String person) {
    return handle.execute("delete from calendar_feed where person_id = ?", person);
  }
}
