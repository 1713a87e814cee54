package org.rapport.bot.channel.slack;

import com.slack.api.model.User;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing.Why;

/** Somebody whom Slack described, with whether they may get nudges. */
sealed interface Seen {
  /** They belong to the workspace, and can be written to. */
  record Member(Address address) implements Seen {}

  /** They do not. */
  record Other(Why why) implements Seen {}

  /**
   * What Slack's description says.
   *
   * @param gridWide whether Rapport is installed in all workspaces of the Grid
   */
  static Seen of(String id, User user, SlackTeam team, boolean gridWide) {
    if (user.isDeleted()) {
      return new Other(Why.LEFT);
    }
    if (user.isBot()) {
      return new Other(Why.BOT);
    }
    return switch (SlackPeople.standing(user, team, gridWide)) {
      case Standing.Member member ->
          new Member(new Address(Address.Kind.SLACK, member.workspace(), id));
      case Standing.Guest _ -> new Other(Why.GUEST);
      case Standing.Stranger _ -> new Other(Why.STRANGER);
      case Standing.Unknown _ -> new Other(Why.UNKNOWN);
    };
  }
}
