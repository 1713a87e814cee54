package org.rapport.bot.conversation;

import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.people.Role;
import org.rapport.knowledge.library.Platform;

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

  /** Say what their next nudge would be, and when. */
  record ShowNudge() implements Command {}

  /**
   * Check a post that they wrote.
   *
   * @param platform where it is to go; empty if they did not say
   */
  record CheckPost(Optional<Platform> platform, String words) implements Command {}

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

  /** Give the address of their calendar feed. */
  record ShowCalendar() implements Command {}

  /** Give another address of it, in place of the one that they have. */
  record NewCalendar() implements Command {}

  /** Make its address worthless. */
  record StopCalendar() implements Command {}

  /** Say who has which role. */
  record ShowRoles() implements Command {}

  /**
   * Give somebody a role.
   *
   * @param who empty if it is not clear whom they mean
   * @param role empty if there is none of that name
   */
  record Grant(Optional<Address> who, Optional<Role> role) implements Command {}

  /** List the campaigns of their organisation. */
  record ListCampaigns() implements Command {}

  /**
   * Take a step with a campaign.
   *
   * @param id which may be forged
   */
  record Campaign(CampaignStep step, String id) implements Command {}

  /**
   * Enrol people.
   *
   * @param group of Slack, by its id or by its handle with an {@code @}; empty for whoever is where
   *     this was written
   */
  record ImportPeople(String group) implements Command {}

  /**
   * Show a campaign's nudge as somebody would get it.
   *
   * @param id which may be forged
   * @param who empty if it is not clear whom they mean
   */
  record PreviewCampaign(String id, Optional<Address> who) implements Command {}

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

  /** Offer a form to ask an expert. */
  record AskExpert() implements Command {}

  /** Say what they asked experts, and what waits for them as an expert. */
  record ShowExpertQuestions() implements Command {}

  /**
   * Stop every nudge of the organisation.
   *
   * @param reason as they wrote it; empty for none
   */
  record Freeze(String reason) implements Command {}

  /** Let nudges go on. */
  record Unfreeze() implements Command {}

  /** Something for admins. */
  record Admin(AdminTask task) implements Command {}
}
