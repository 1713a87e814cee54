package org.rapport.bot.people;

import static org.rapport.bot.people.Permission.ASK;
import static org.rapport.bot.people.Permission.CAMPAIGNS;
import static org.rapport.bot.people.Permission.EXPERT_ANSWERS;
import static org.rapport.bot.people.Permission.FREEZE;

import java.util.EnumSet;
import java.util.Set;

/** Who may do what: the one table of it. README.md has the same for people to read. */
public final class Permissions {
  private Permissions() {}

  /** Whether somebody of this role may do this. */
  public static boolean allow(Role role, Permission permission) {
    return of(role).contains(permission);
  }

  private static Set<Permission> of(Role role) {
    return switch (role) {
      case LEADER -> EnumSet.of(ASK);
      case COMMS_LEAD -> EnumSet.of(ASK, CAMPAIGNS, EXPERT_ANSWERS, FREEZE);
      case ADMIN -> EnumSet.allOf(Permission.class);
    };
  }
}
