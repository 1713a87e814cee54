package org.rapport.bot.people;

import java.util.List;
import org.rapport.bot.channel.Address;

/**
 * Somebody who is more than a leader.
 *
 * @param addresses where they are, one or more
 * @param bySettings whether {@code RAPPORT_ADMINS} names them, so that nobody can revoke it in chat
 */
public record RoleHolder(List<Address> addresses, Role role, boolean bySettings) {
  public RoleHolder {
    addresses = List.copyOf(addresses);
  }
}
