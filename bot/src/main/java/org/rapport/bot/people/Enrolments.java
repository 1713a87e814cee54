package org.rapport.bot.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Belongings;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/** Whom organisations enter for nudges, and in which groups they are. */
public final class Enrolments implements Belongings, PersonalTrace {
  private final Store store;
  private final Suppression suppression;
  private final InstantSource clock;

  public Enrolments(Store store, Suppression suppression, InstantSource clock) {
    this.store = store;
    this.suppression = suppression;
    this.clock = clock;
  }

  /** An address and what its organisation says of whoever is there. */
  public record Entry(Address address, Enrolment said) {}

  /** Who enrolled somebody and why, in the words that they read. */
  public record Because(String by, String why) {}

  /**
   * Enrols some people, all in one transaction, so a few hundred at most.
   *
   * @return what came of each, in their order
   * @throws StoreAway while the database is away
   */
  public List<Enrolling> enrol(String organisation, List<Entry> entries) {
    return enrol(organisation, entries, this::put);
  }

  /** What is done with an entry of a person who may be enrolled. */
  private interface Step {
    Enrolling take(Handle handle, String person, Enrolment said);
  }

  private List<Enrolling> enrol(String organisation, List<Entry> entries, Step step) {
    return store.write(handle -> {
      Set<Address> forgotten =
          suppression.among(handle, entries.stream().map(Entry::address).toList());
      List<Enrolling> done = new ArrayList<>();
      for (Entry each : entries) {
        done.add(
            forgotten.contains(each.address())
                ? Enrolling.FORGOTTEN
                : enrol(handle, organisation, each, step));
      }
      return done;
    });
  }

  /**
   * Enrols those of some people who are not yet, all in one transaction, so a few hundred at most.
   * Of the others nothing changes, but that they are put on the lists that are said.
   *
   * @return what came of each, in their order
   * @throws StoreAway while the database is away
   */
  public List<Enrolling> add(String organisation, List<Entry> entries) {
    return enrol(organisation, entries, this::add);
  }

  /** Who enrolled a person of an organisation; empty if nobody did. */
  public Optional<Because> because(String organisation, String person) {
    return store.read(handle ->
        handle
            .select(
                "select enrolled_by, because from enrolment join person on person.id = person_id"
                    + " where person_id = ? and organisation_id = ?",
                person,
                organisation)
            .map((row, context) ->
                new Because(row.getString("enrolled_by"), row.getString("because")))
            .findOne());
  }

  /**
   * The next people of an organisation who are enrolled and in a group, by their ids.
   *
   * @param but who fits any of what this one asks for is not among them
   * @param after the last id of the page before; empty for the first page
   * @param most how many at most
   */
  public List<Enrolled> page(
      Handle handle, String organisation, Group in, Group but, String after, int most) {
    return withDetails(handle, GroupQuery.ids(handle, organisation, in, but, after, most));
  }

  /**
   * Those among some people of an organisation who are enrolled, by their ids.
   *
   * @param people ids, a few hundred at most
   */
  public Map<String, Enrolled> among(
      Handle handle, String organisation, Collection<String> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    List<String> enrolled =
        handle
            .createQuery(
                "select person_id from enrolment join person on person.id = person_id"
                    + " where organisation_id = :organisation and person_id in (<people>)")
            .bind("organisation", organisation)
            .bindList("people", List.copyOf(people))
            .mapTo(String.class)
            .list();
    return withDetails(handle, enrolled).stream()
        .collect(Collectors.toMap(each -> each.person().id(), Function.identity()));
  }

  /** In which nation a person of an organisation works; empty if nobody said. */
  public Optional<Nation> nation(String organisation, String person) {
    return store.read(handle ->
        handle
            .select(
                "select nation from enrolment join person on person.id = person_id"
                    + " where nation is not null and person_id = ? and organisation_id = ?",
                person,
                organisation)
            .mapTo(String.class)
            .findOne()
            .map(EnrolmentTables::nation));
  }

  /** What a person of an organisation is tagged with. */
  public Set<String> tags(String organisation, String person) {
    return store.read(handle ->
        Set.copyOf(
            handle
                .select(
                    "select tag from person_tag join person on person.id = person_id"
                        + " where person_id = ? and organisation_id = ?",
                    person,
                    organisation)
                .mapTo(String.class)
                .list()));
  }

  /** Somebody of an organisation, if they are enrolled. */
  public Optional<Enrolled> find(Handle handle, String organisation, String person) {
    return Optional.ofNullable(among(handle, organisation, List.of(person)).get(person));
  }

  /** The names of an organisation's lists. */
  public List<String> lists(String organisation) {
    return store.read(handle ->
        handle
            .select(
                "select name from people_list where organisation_id = ? order by name",
                organisation)
            .mapTo(String.class)
            .list());
  }

  /**
   * Puts people of an organisation on a list, which is made if there is none of that name.
   *
   * @param people ids; those of others are left out
   */
  public void list(Handle handle, String organisation, String name, Collection<String> people) {
    String list = EnrolmentTables.addedList(handle, organisation, name);
    people.stream()
        .filter(id ->
            PeopleTables.person(handle, id)
                .filter(person -> person.organisation().equals(organisation))
                .isPresent())
        .forEach(id -> EnrolmentTables.addToList(handle, list, id));
  }

  @Override
  public void move(Handle handle, String from, String into) {
    EnrolmentTables.move(handle, from, into);
  }

  @Override
  public List<String> of(Handle handle, Person person) {
    return EnrolmentTables.lines(handle, person.id());
  }

  @Override
  public void forget(Handle handle, Person person, String key) {
    EnrolmentTables.delete(handle, person.id());
  }

  @Override
  public void unite(Handle handle, Person kept, Person gone) {
    EnrolmentTables.unite(handle, kept.id(), gone.id());
  }

  private Enrolling enrol(Handle handle, String organisation, Entry entry, Step step) {
    Optional<String> owner = PeopleTables.organisation(handle, entry.address());
    if (!owner.equals(Optional.of(organisation))) {
      return Enrolling.NOT_OF_ORGANISATION;
    }
    String person = PeopleTables.addedId(handle, entry.address(), clock.millis());
    PeopleTables.holdPerson(handle, person);
    Enrolling done = step.take(handle, person, entry.said());
    entry.said().lists().forEach(name -> list(handle, organisation, name, List.of(person)));
    return done;
  }

  private Enrolling add(Handle handle, String person, Enrolment said) {
    return EnrolmentTables.said(handle, person).isPresent()
        ? Enrolling.CHANGED
        : put(handle, person, said);
  }

  private Enrolling put(Handle handle, String person, Enrolment said) {
    Optional<EnrolmentTables.Said> before = EnrolmentTables.said(handle, person);
    EnrolmentTables.put(handle, person, said, clock.millis());
    PreferenceTables.put(
        handle,
        person,
        SaidOfPerson.after(
            PreferenceTables.find(handle, person),
            before.orElse(EnrolmentTables.Said.NOTHING),
            said));
    return before.isPresent() ? Enrolling.CHANGED : Enrolling.ADDED;
  }

  private List<Enrolled> withDetails(Handle handle, List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Person> people = PeopleTables.people(handle, ids);
    Map<String, Preferences> preferences = PreferenceTables.ofAll(handle, ids);
    Map<String, EnrolmentTables.Entered> entered = EnrolmentTables.entered(handle, ids);
    Map<String, List<Span>> leave = EnrolmentTables.leave(handle, ids);
    Set<Address> forgotten =
        suppression.among(
            handle,
            people.values().stream().flatMap(person -> person.addresses().stream()).toList());
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
        .map(person -> {
          EnrolmentTables.Entered how =
              entered.getOrDefault(person.id(), EnrolmentTables.Entered.NEVER);
          return new Enrolled(
              person,
              preferences.getOrDefault(person.id(), Preferences.USUAL),
              how.since(),
              how.nation(),
              leave.getOrDefault(person.id(), List.of()),
              person.addresses().stream().anyMatch(forgotten::contains));
        })
        .collect(Collectors.toUnmodifiableList());
  }
}
