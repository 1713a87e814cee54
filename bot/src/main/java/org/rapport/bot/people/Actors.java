package org.rapport.bot.people;

import org.rapport.bot.audit.Actor;
import org.rapport.bot.channel.Address;

/** How a person is named in the audit trail. */
public final class Actors {
  private Actors() {}

  /** Somebody at an address. */
  public static Actor of(Address address) {
    Address at = AddressText.inOneCase(address);
    return new Actor(at.user(), at.channel().id() + " " + at.workspace());
  }
}
