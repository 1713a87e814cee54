package org.rapport.bot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.audit.Signed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** All that is held about one person: shows it to them, and erases it. */
public final class PersonalRecords {
  private final Store store;
  private final Roles roles;
  private final Suppression suppression;
  private final Audit audit;
  private final List<Signed> signed;
  private final List<PersonalTrace> traces;

  /**
   * What came of forgetting.
   *
   * @param addresses which are forgotten, the asker's among them
   * @param wasHeld whether anything was held at all
   * @param wasLastAdmin whether nobody is left who could grant roles in their organisation
   */
  public record Forgotten(List<Address> addresses, boolean wasHeld, boolean wasLastAdmin) {
    public Forgotten {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * @param signed what names people besides the tables of this package, the audit trail among it
   * @param traces what other features keep by the id of a person
   */
  public PersonalRecords(
      Store store,
      Roles roles,
      Suppression suppression,
      Audit audit,
      List<Signed> signed,
      List<PersonalTrace> traces) {
    this.store = store;
    this.roles = roles;
    this.suppression = suppression;
    this.audit = audit;
    this.signed = List.copyOf(signed);
    this.traces = List.copyOf(traces);
  }

  /**
   * Everything that is held about the person at an address; empty if nothing is.
   *
   * @throws StoreAway while the database is away
   */
  public Optional<HeldData> of(Address who) {
    store.settle();
    return store.read(handle -> PeopleTables.find(handle, who).map(person -> held(handle, person)));
  }

  /**
   * Erases everything about the person at an address, but for a keyed hash of each address, so that
   * no campaign writes to them again. Twice does no more than once.
   *
   * @throws StoreAway while the database is away
   */
  public Forgotten forget(Address who) {
    store.settle();
    return store.write(handle -> {
      PeopleTables.find(handle, who)
          .ifPresent(person -> {
            PeopleTables.holdPerson(handle, person.id());
            PeopleTables.hold(handle, person.organisation());
          });
      // Looked up again, as another who was asked to forget them may have been first.
      return PeopleTables.find(handle, who)
          .map(held -> forget(handle, held))
          .orElseGet(() -> forgetStranger(handle, who));
    });
  }

  private Forgotten forgetStranger(Handle handle, Address who) {
    suppression.add(handle, who);
    return new Forgotten(List.of(who), false, false);
  }

  private HeldData held(Handle handle, Person person) {
    return new HeldData(
        person.id(),
        organisationName(handle, person),
        person.addresses(),
        at(handle, person, "created_at").orElseThrow(),
        at(handle, person, "introduced_at"),
        roles.role(handle, person),
        PreferenceTables.find(handle, person.id()),
        History.of(handle, person.id()),
        codes(handle, person),
        JoinTables.of(handle, person.id()),
        signed(handle, person));
  }

  private static String organisationName(Handle handle, Person person) {
    return handle
        .select("select name from organisation where id = ?", person.organisation())
        .mapTo(String.class)
        .one();
  }

  private static Optional<Instant> at(Handle handle, Person person, String column) {
    return handle
        .select("select " + column + " from person where id = ?", person.id())
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  private static List<HeldData.Code> codes(Handle handle, Person person) {
    return handle
        .select(
            "select purpose, expires_at from one_time_code where person_id = ?"
                + " order by expires_at",
            person.id())
        .map((row, context) ->
            new HeldData.Code(
                row.getString("purpose"), Instant.ofEpochMilli(row.getLong("expires_at"))))
        .list();
  }

  private List<String> signed(Handle handle, Person person) {
    Stream<String> kept = traces.stream().flatMap(each -> each.of(handle, person).stream());
    return Stream.concat(signatures(handle, person), kept).distinct().toList();
  }

  private Stream<String> signatures(Handle handle, Person person) {
    return person.addresses().stream()
        .flatMap(at ->
            signed.stream()
                .flatMap(each ->
                    each
                        .by(handle, person.organisation(), Actors.of(at), AddressText.of(at))
                        .stream()));
  }

  private Forgotten forget(Handle handle, Person person) {
    boolean lastAdmin = roles.isLastAdmin(handle, person);
    String key = "forgotten " + UUID.randomUUID();
    for (Address at : person.addresses()) {
      suppression.add(handle, at);
      Actor actor = Actors.of(at);
      signed.forEach(
          each -> each.disguise(handle, person.organisation(), actor, AddressText.of(at), key));
    }
    traces.forEach(each -> each.forget(handle, person, key));
    delete(handle, person.id());
    audit.note(
        handle,
        new Actor(key, "their own wish"),
        new Deed(person.organisation(), "forget", key, Deed.Result.DONE, ""));
    return new Forgotten(person.addresses(), true, lastAdmin);
  }

  private static void delete(Handle handle, String person) {
    handle.execute(
        "delete from join_request where host_person_id = ? or guest_person_id = ?", person, person);
    handle.execute("delete from one_time_code where person_id = ?", person);
    handle.execute("delete from history where person_id = ?", person);
    PreferenceTables.delete(handle, person);
    RoleTables.revoke(handle, person);
    handle.execute("delete from address where person_id = ?", person);
    handle.execute("delete from person where id = ?", person);
  }
}
