package org.rapport.bot.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;

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
                    .read(handle -> findOrganisation(handle, of))
                    .orElseGet(() -> store.write(handle -> organisation(handle, of))));
    found.ifPresent(id ->
        organisations.put(workspace, new Remembered(id, clock.instant().plus(REMEMBERED_FOR))));
    return found;
  }

  /** All organisations, by name. */
  public List<Organisation> organisations() {
    return store.read(handle ->
        handle
            .select("select id, name from organisation order by name, id")
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
      store.later("introducing a person", handle -> introduce(handle, person(handle, to)));
    }
    return first;
  }

  private static boolean introduced(Handle handle, Address to) {
    return handle
        .select(
            "select 1 from address join person on person.id = address.person_id"
                + " where channel = ? and workspace = ? and user_id = ?"
                + " and introduced_at is not null",
            to.channel().id(),
            to.workspace(),
            to.user())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private void introduce(Handle handle, String person) {
    handle.execute(
        "update person set introduced_at = ? where id = ? and introduced_at is null",
        clock.millis(),
        person);
  }

  private String organisation(Handle handle, Address of) {
    return findOrganisation(handle, of).orElseGet(() -> addOrganisation(handle, of));
  }

  private String person(Handle handle, Address at) {
    return findPerson(handle, at).orElseGet(() -> addPerson(handle, at));
  }

  private static Optional<String> findOrganisation(Handle handle, Address of) {
    return handle
        .select(
            "select organisation_id from workspace where channel = ? and workspace = ?",
            of.channel().id(),
            of.workspace())
        .mapTo(String.class)
        .findOne();
  }

  private String addOrganisation(Handle handle, Address of) {
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into organisation (id, name, created_at) values (?, ?, ?)",
        id,
        of.channel().id() + " " + of.workspace(),
        clock.millis());
    int added =
        handle.execute(
            "insert into workspace (channel, workspace, organisation_id, created_at)"
                + " values (?, ?, ?, ?) on conflict (channel, workspace) do nothing",
            of.channel().id(),
            of.workspace(),
            id,
            clock.millis());
    if (added == 1) {
      return id;
    }
    // Another transaction was first; its workspace counts.
    handle.execute("delete from organisation where id = ?", id);
    return findOrganisation(handle, of).orElseThrow();
  }

  private static Optional<String> findPerson(Handle handle, Address at) {
    return handle
        .select(
            "select person_id from address where channel = ? and workspace = ? and user_id = ?",
            at.channel().id(),
            at.workspace(),
            at.user())
        .mapTo(String.class)
        .findOne();
  }

  private String addPerson(Handle handle, Address at) {
    String id = UUID.randomUUID().toString();
    handle.execute(
        "insert into person (id, organisation_id, created_at) values (?, ?, ?)",
        id,
        organisation(handle, at),
        clock.millis());
    int added =
        handle.execute(
            "insert into address (channel, workspace, user_id, person_id)"
                + " values (?, ?, ?, ?) on conflict (channel, workspace, user_id) do nothing",
            at.channel().id(),
            at.workspace(),
            at.user(),
            id);
    if (added == 1) {
      return id;
    }
    handle.execute("delete from person where id = ?", id);
    return findPerson(handle, at).orElseThrow();
  }
}
