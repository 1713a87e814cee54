package org.rapport.bot.people;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapport.bot.channel.Address;

/** Who may change their own organisation's guidance: those whom the settings name. */
public final class Admins {
  private final Set<Address> named;

  /**
   * @param named in Teams by tenant and id in its directory, in whatever case
   */
  public Admins(Set<Address> named) {
    this.named = named.stream().map(Admins::inOneCase).collect(Collectors.toUnmodifiableSet());
  }

  public boolean include(Address who) {
    return named.contains(inOneCase(who));
  }

  /** The ids of Microsoft's directory are the same in any case, unlike those of Slack. */
  private static Address inOneCase(Address address) {
    return switch (address.channel()) {
      case TEAMS ->
          new Address(
              address.channel(),
              address.workspace().toLowerCase(Locale.ROOT),
              address.user().toLowerCase(Locale.ROOT));
      case SLACK, WEB, TERMINAL -> address;
    };
  }
}
