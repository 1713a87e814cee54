package org.rapport.bot.campaign;

import java.util.List;
import java.util.Optional;
import org.rapport.bot.audit.Actor;
import org.rapport.bot.audit.Audit;
import org.rapport.bot.audit.Deed;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Actors;
import org.rapport.bot.people.AddressText;
import org.rapport.bot.people.People;
import org.rapport.bot.people.Permission;
import org.rapport.bot.people.Person;
import org.rapport.bot.people.Roles;
import org.rapport.bot.store.StoreAway;

/** Lets those run campaigns who may. */
public final class Leads {
  private final People people;
  private final Roles roles;
  private final Audit audit;

  public Leads(People people, Roles roles, Audit audit) {
    this.people = people;
    this.roles = roles;
    this.audit = audit;
  }

  /** Whether somebody may run campaigns. */
  public sealed interface Access {
    /** They may. */
    record Granted(Lead lead) implements Access {}

    /** They may not; {@code admins} can change that. */
    record NotAllowed(List<Address> admins) implements Access {
      public NotAllowed {
        admins = List.copyOf(admins);
      }
    }
  }

  /**
   * Whether the person at an address may run the campaigns of their organisation; a refusal is in
   * the audit trail.
   *
   * @throws StoreAway while the database is away
   */
  public Access of(Address who) {
    Optional<String> organisation = people.organisation(who);
    if (organisation.isEmpty()) {
      return new Access.NotAllowed(List.of());
    }
    if (roles.allow(who, Permission.CAMPAIGNS)) {
      String id = people.person(who).map(Person::id).orElseGet(() -> AddressText.of(who));
      return new Access.Granted(new Lead(organisation.get(), id, Actors.of(who)));
    }
    audit.note(
        Actors.of(who),
        new Deed(organisation.get(), "campaign", "", Deed.Result.REFUSED, "may not"));
    return new Access.NotAllowed(roles.admins(organisation.get()));
  }

  /**
   * Whoever runs Rapport, for one organisation.
   *
   * @param organisation an id that the caller knows to be one
   */
  public Lead operator(String organisation, Actor actor) {
    return new Lead(organisation, "operator " + actor.name(), actor);
  }
}
