package org.rapport.bot.people;

import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;

/** The admins whom the settings name; nobody can revoke them in chat. */
public final class Admins {
  private final Set<Address> named;

  /**
   * @param named in Teams by tenant and id in its directory, in whatever case
   */
  public Admins(Set<Address> named) {
    this.named = named.stream().map(AddressText::inOneCase).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is one of them. */
  public boolean include(Address who) {
    return named.contains(AddressText.inOneCase(who));
  }

  /** All of them, of every organisation. */
  Set<Address> named() {
    return named;
  }
}
