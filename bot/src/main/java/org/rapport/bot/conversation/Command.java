package org.rapport.bot.conversation;

import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Role;

/** Something that a person tells the coach to do, instead of asking it. */
sealed interface Command {

  /** Say everything that is held about them. */
  record MyData() implements Command {}

  /** Forget them, once they have confirmed. */
  record ForgetMe() implements Command {}

  /** Forget whoever says so, now. */
  record ForgetMeNow() implements Command {}

  /** Say what they want of the coach. */
  record ShowSettings() implements Command {}

  /** Make a code that links another place of theirs. */
  record MakeLink() implements Command {}

  /** Link this place by a code. */
  record Link(String code) implements Command {}

  /**
   * Send no nudge until a day.
   *
   * @param day as they wrote it
   */
  record Pause(String day) implements Command {}

  /** Send no nudge. */
  record Stop() implements Command {}

  /** Send nudges again. */
  record Start() implements Command {}

  /** Say what they asked. */
  record ShowHistory() implements Command {}

  /** Keep what they ask, or not. */
  record KeepHistory(boolean on) implements Command {}

  /** Say who has which role. */
  record ShowRoles() implements Command {}

  /**
   * Give somebody a role.
   *
   * @param who empty if it is not clear whom they mean
   * @param role empty if there is none of that name
   */
  record Grant(Optional<Address> who, Optional<Role> role) implements Command {}

  /** Make a code for another organisation to join. */
  record MakeJoin() implements Command {}

  /** Join another organisation by a code. */
  record Join(String code) implements Command {}

  /**
   * Let another organisation join.
   *
   * @param request its id, which may be forged
   */
  record ConfirmJoin(String request) implements Command {}
}
