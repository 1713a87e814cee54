package org.rapport.bot.people;

import java.time.Instant;
import java.util.List;
import org.rapport.bot.channel.Address;

/** What came of a step on the way to one organisation. */
public sealed interface JoinStep {

  /** A code, to be typed by an admin of the organisation that joins. */
  record Code(String code) implements JoinStep {}

  /** The code was right; the admin who made it has to confirm. */
  record Asked(JoinRequest request) implements JoinStep {}

  /** They are one organisation now. */
  record Joined(JoinRequest request) implements JoinStep {}

  /**
   * Only admins of both sides can do this.
   *
   * @param admins who they are here; empty if there are none
   */
  record NotAllowed(List<Address> admins) implements JoinStep {
    public NotAllowed {
      admins = List.copyOf(admins);
    }
  }

  /** They are one organisation already. */
  record Already() implements JoinStep {}

  /** Both have documents of their own, which cannot be put together unseen. */
  record BothHaveDocuments() implements JoinStep {}

  /** There is nothing to confirm, or no longer, or not by them. */
  record Gone() implements JoinStep {}

  /** There is no such code, or no longer. */
  record Wrong(int triesLeft) implements JoinStep {}

  /** Too many codes were wrong. */
  record Locked(Instant until) implements JoinStep {}
}
