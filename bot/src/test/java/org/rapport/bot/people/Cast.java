package org.rapport.bot.people;

import org.rapport.bot.channel.Address;

/** Whom the tests are about. */
final class Cast {
  /** An admin of a trust by the settings. */
  static final Address CHIEF = new Address(Address.Kind.SLACK, "T0TRUST", "U0CHIEF");

  /** Of the same trust. */
  static final Address AMA = new Address(Address.Kind.SLACK, "T0TRUST", "U0AMA");

  static final Address BEN = new Address(Address.Kind.SLACK, "T0TRUST", "U0BEN");

  /** Of another trust's Teams. */
  static final Address AMA_IN_TEAMS = new Address(Address.Kind.TEAMS, "9f-tenant", "6a1c-ama");

  static final Address STRANGER = new Address(Address.Kind.SLACK, "T0OTHER", "U0STRANGER");

  private Cast() {}
}
