package org.rapport.bot.people;

import java.util.List;
import org.rapport.bot.channel.Address;

/** What came of granting or revoking a role. */
public sealed interface RoleChange {

  /** It is done. */
  record Done(Role before, Role now) implements RoleChange {}

  /** They had this role already. */
  record Unchanged(Role role) implements RoleChange {}

  /**
   * Whoever asked may not.
   *
   * @param admins who may; empty if nobody can yet
   */
  record NotAllowed(List<Address> admins) implements RoleChange {
    public NotAllowed {
      admins = List.copyOf(admins);
    }
  }

  /** Nobody would be left who could grant roles. */
  record LastAdmin() implements RoleChange {}

  /** {@code RAPPORT_ADMINS} names them; only whoever runs Rapport can change that. */
  record NamedInSettings() implements RoleChange {}

  /** They belong to another organisation. */
  record OtherOrganisation() implements RoleChange {}
}
