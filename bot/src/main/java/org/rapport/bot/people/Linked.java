package org.rapport.bot.people;

import java.time.Instant;
import org.rapport.bot.channel.Address;

/** What came of linking two places of one person. */
public sealed interface Linked {

  /**
   * They are one person now.
   *
   * @param other where the code was made; to be told too
   */
  record Done(Address other) implements Linked {}

  /** They were one person before. */
  record Already() implements Linked {}

  /**
   * The two places belong to two organisations, so they stay two people.
   *
   * @param other where the code was made; to be told too
   */
  record OtherOrganisation(Address other) implements Linked {}

  /** There is no such code, or no longer. */
  record Wrong(int triesLeft) implements Linked {}

  /** Too many codes were wrong. */
  record Locked(Instant until) implements Linked {}
}
