package org.rapport.bot.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person is to Rapport; {@link Permissions} says what each may do. */
public enum Role {
  /** Everybody, unless they were granted more. */
  LEADER,
  COMMS_LEAD,
  ADMIN;

  /** The name in the database, in commands and in chat, such as {@code comms-lead}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role that somebody names, in any case and with a space or a hyphen. */
  public static Optional<Role> of(String words) {
    String id = words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** All of them, for saying what was expected. */
  public static String expected() {
    return Arrays.stream(values()).map(Role::id).collect(Collectors.joining(", "));
  }

  /** The one of two that may do more. */
  Role or(Role other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
