package org.rapport.bot.cli;

import java.time.InstantSource;
import java.util.List;
import org.rapport.bot.Settings;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.Admins;
import org.rapport.bot.people.Organisation;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Role;
import org.rapport.bot.people.RoleChange;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.Store;

/** The roles in the database, for one command. */
final class OpenRoles implements AutoCloseable {
  private final InstantSource clock = InstantSource.system();
  private final Store store;
  private final Roles roles;

  private OpenRoles(Store store, Settings settings) {
    this.store = store;
    this.roles = new Roles(store, new Admins(settings.admins()), new Audit(store, clock), clock);
  }

  /**
   * Opens them.
   *
   * @throws Refusal if the database is not of this version
   */
  static OpenRoles of(Settings settings) {
    return new OpenRoles(OpenDatabase.of(settings), settings);
  }

  Roles roles() {
    return roles;
  }

  List<Organisation> organisations() {
    return new People(store, clock).organisations();
  }

  /**
   * Gives somebody a role instead of theirs, and says what came of it in one line.
   *
   * @throws Refusal if that cannot be
   */
  String change(Address who, Role role) {
    String name = AddressText.of(who);
    return switch (roles.change(OpenReleases.actor(), who, role)) {
      case RoleChange.Done done ->
          name + " is " + done.now().id() + " now, and was " + done.before().id();
      case RoleChange.Unchanged same -> name + " is " + same.role().id() + " already";
      case RoleChange.LastAdmin _ ->
          throw new Refusal(
              name + " is the last admin of their organisation; grant somebody else first");
      case RoleChange.NamedInSettings _ ->
          throw new Refusal("RAPPORT_ADMINS names " + name + "; take them out there");
      case RoleChange.NotAllowed _, RoleChange.OtherOrganisation _ ->
          throw new IllegalStateException("Whoever runs Rapport may do this everywhere");
    };
  }

  /**
   * Reads an address that was typed.
   *
   * @throws Refusal saying what was expected
   */
  static Address address(String typed) {
    return AddressText.read(typed)
        .orElseThrow(() -> new Refusal("Expected " + AddressText.EXPECTED + ", not " + typed));
  }

  @Override
  public void close() {
    store.close();
  }
}
