package org.rapport.bot.people;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/**
 * Who may do what, and who says so. Those whom the settings name are admins always; admins grant
 * the rest. Every grant and every refusal is in the audit trail.
 */
public final class Roles {
  private final Store store;
  private final Admins named;
  private final Audit audit;
  private final InstantSource clock;

  /**
   * @param named admins by the settings
   */
  public Roles(Store store, Admins named, Audit audit, InstantSource clock) {
    this.store = store;
    this.named = named;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The role of whoever is at an address.
   *
   * @throws StoreAway while the database is away, unless the settings say it
   */
  public Role of(Address who) {
    if (named.include(who)) {
      return Role.ADMIN;
    }
    return store.read(handle ->
        PeopleTables.find(handle, who).map(person -> role(handle, person)).orElse(Role.LEADER));
  }

  /**
   * Whether whoever is at an address may do this.
   *
   * @throws StoreAway while the database is away, unless the settings say it
   */
  public boolean allow(Address who, Permission permission) {
    return Permissions.allow(of(who), permission);
  }

  /** Where the admins of an organisation are, whoever made them so. */
  public List<Address> admins(String organisation) {
    return store.read(handle -> admins(handle, organisation));
  }

  /** Everybody in an organisation who is more than a leader, admins first. */
  public List<RoleHolder> holders(String organisation) {
    return store.read(handle -> {
      List<RoleHolder> holders = new ArrayList<>();
      Set<Address> told = new LinkedHashSet<>();
      for (Map.Entry<String, Role> each : RoleTables.grantedIn(handle, organisation)) {
        List<Address> at = PeopleTables.addresses(handle, each.getKey());
        boolean bySettings = at.stream().anyMatch(named::include);
        holders.add(new RoleHolder(at, bySettings ? Role.ADMIN : each.getValue(), bySettings));
        told.addAll(at);
      }
      for (Address at : namedIn(handle, organisation)) {
        if (told.add(at)) {
          List<Address> all =
              PeopleTables.find(handle, at).map(Person::addresses).orElse(List.of(at));
          told.addAll(all);
          holders.add(new RoleHolder(all, Role.ADMIN, true));
        }
      }
      holders.sort((one, other) -> other.role().compareTo(one.role()));
      return holders;
    });
  }

  /**
   * Gives somebody a role instead of theirs.
   *
   * @param by who says so, of the same organisation
   */
  public RoleChange change(Address by, Address who, Role role) {
    return store.write(handle -> {
      Person from = PeopleTables.added(handle, by, clock.millis());
      PeopleTables.hold(handle, from.organisation());
      if (!Permissions.allow(role(handle, from), Permission.ROLES)) {
        note(handle, Actors.of(by), from.organisation(), who, role, "may not grant");
        return new RoleChange.NotAllowed(admins(handle, from.organisation()));
      }
      if (!from.organisation()
          .equals(PeopleTables.addedOrganisation(handle, who, clock.millis()))) {
        note(handle, Actors.of(by), from.organisation(), who, role, "of another organisation");
        return new RoleChange.OtherOrganisation();
      }
      return change(handle, Actors.of(by), who, role);
    });
  }

  /** Gives somebody a role instead of theirs, on the word of whoever runs Rapport. */
  public RoleChange change(Actor operator, Address who, Role role) {
    return store.write(handle -> change(handle, operator, who, role));
  }

  private RoleChange change(Handle handle, Actor by, Address who, Role role) {
    String organisation = PeopleTables.addedOrganisation(handle, who, clock.millis());
    PeopleTables.hold(handle, organisation);
    Person person = PeopleTables.added(handle, who, clock.millis());
    Role before = role(handle, person);
    if (before == role) {
      return new RoleChange.Unchanged(role);
    }
    if (person.addresses().stream().anyMatch(named::include)) {
      note(handle, by, organisation, who, role, "named in the settings");
      return new RoleChange.NamedInSettings();
    }
    if (before == Role.ADMIN && isLastAdmin(handle, person)) {
      note(handle, by, organisation, who, role, "the last admin");
      return new RoleChange.LastAdmin();
    }
    RoleTables.grant(handle, person.id(), role, clock.millis());
    audit.note(
        handle, by, deed(organisation, who, role, Deed.Result.DONE, before.id() + " before"));
    return new RoleChange.Done(before, role);
  }

  /** Whether nobody else could grant roles in the person's organisation. */
  boolean isLastAdmin(Handle handle, Person person) {
    return role(handle, person) == Role.ADMIN
        && RoleTables.otherAdmins(handle, person.organisation(), Optional.of(person.id())).isEmpty()
        && namedIn(handle, person.organisation()).isEmpty();
  }

  /** What a person may be, by grant or by the settings. */
  Role role(Handle handle, Person person) {
    return person.addresses().stream().anyMatch(named::include)
        ? Role.ADMIN
        : RoleTables.granted(handle, person.id());
  }

  /** Where the admins of an organisation are. */
  List<Address> admins(Handle handle, String organisation) {
    Stream<Address> granted =
        RoleTables.otherAdmins(handle, organisation, Optional.empty()).stream()
            .flatMap(id -> PeopleTables.addresses(handle, id).stream());
    return Stream.concat(granted, namedIn(handle, organisation).stream()).distinct().toList();
  }

  private List<Address> namedIn(Handle handle, String organisation) {
    return named.named().stream()
        .filter(admin ->
            PeopleTables.organisation(handle, admin).filter(organisation::equals).isPresent())
        .sorted((one, other) -> AddressText.of(one).compareTo(AddressText.of(other)))
        .toList();
  }

  private void note(
      Handle handle, Actor by, String organisation, Address who, Role role, String why) {
    audit.note(handle, by, deed(organisation, who, role, Deed.Result.REFUSED, why));
  }

  private static Deed deed(
      String organisation, Address who, Role role, Deed.Result result, String detail) {
    return role == Role.LEADER
        ? new Deed(organisation, "revoke", AddressText.of(who), result, detail)
        : new Deed(organisation, "grant", AddressText.of(who), result, role.id() + ", " + detail);
  }
}
