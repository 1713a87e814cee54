package org.rapport.bot.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Who is who. Organisation and person come into being at the first contact; a workspace is an
 * organisation of its own.
 */
public final class People {
  private static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 100_000;

  private final Store store;
  private final InstantSource clock;
  private final Map<Workspace, Remembered> organisations = new ConcurrentHashMap<>();
  private final Set<Address> introduced = ConcurrentHashMap.newKeySet();

  private record Workspace(Address.Kind channel, String id) {}

  private record Remembered(String organisation, Instant until) {}

  public People(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The id of a person's organisation; empty while the database is away. */
  public Optional<String> organisation(Address of) {
    Workspace workspace = new Workspace(of.channel(), of.workspace());
    Remembered remembered = organisations.get(workspace);
    if (remembered != null && clock.instant().isBefore(remembered.until()) && !store.seemsAway()) {
      return Optional.of(remembered.organisation());
    }
    Optional<String> found =
        store.attempt(
            "finding an organisation",
            () ->
                store
                    .read(handle -> PeopleTables.organisation(handle, of))
                    .orElseGet(() ->
                        store.write(
                            handle -> PeopleTables.addedOrganisation(handle, of, clock.millis()))));
    found.ifPresent(id ->
        organisations.put(workspace, new Remembered(id, clock.instant().plus(REMEMBERED_FOR))));
    return found;
  }

  /**
   * The person at an address; empty if nobody is known there.
   *
   * @throws StoreAway while the database is away
   */
  public Optional<Person> person(Address at) {
    return store.read(handle -> PeopleTables.find(handle, at));
  }

  /** All organisations, by name, but for those that joined another. */
  public List<Organisation> organisations() {
    return store.read(handle ->
        handle
            .select(
                "select id, name from organisation where joined_into is null"
                    + " order by name, id")
            .map((row, context) -> new Organisation(row.getString("id"), row.getString("name")))
            .list());
  }

  /**
   * Notes that a person is being told who can see what.
   *
   * @return true once for each person, and again only if the process died a moment later; false
   *     while the database is away, so that they are told later
   */
  public boolean introduce(Address to) {
    if (introduced.contains(to)) {
      return false;
    }
    Optional<Boolean> before =
        store.attempt("introducing a person", () -> store.read(handle -> introduced(handle, to)));
    if (before.isEmpty()) {
      return false;
    }
    if (introduced.size() >= MOST_REMEMBERED) {
      introduced.clear();
    }
    boolean first = introduced.add(to) && !before.get();
    if (first) {
      store.later("introducing a person", handle -> introduceNow(handle, to));
    }
    return first;
  }

  /** Whether this person was introduced before; false while the database is away. */
  public boolean knows(Address person) {
    return introduced.contains(person)
        || store
            .attempt("recognising a person", () -> store.read(handle -> introduced(handle, person)))
            .orElse(false);
  }

  /** Forgets who was introduced; whoever is there next is a new person. */
  public void forget(List<Address> addresses) {
    introduced.removeAll(addresses);
  }

  private static boolean introduced(Handle handle, Address to) {
    return PeopleTables.id(handle, to)
        .flatMap(person ->
            handle
                .select("select 1 from person where id = ? and introduced_at is not null", person)
                .mapTo(Integer.class)
                .findOne())
        .isPresent();
  }

  private void introduceNow(Handle handle, Address to) {
    handle.execute(
        "update person set introduced_at = ? where id = ? and introduced_at is null",
        clock.millis(),
        PeopleTables.addedId(handle, to, clock.millis()));
  }
}
