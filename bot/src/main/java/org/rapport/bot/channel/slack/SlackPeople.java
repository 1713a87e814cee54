package org.rapport.bot.channel.slack;

import com.slack.api.model.User;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Slack's description of somebody says of how they stand to a workspace. */
final class SlackPeople {
  private static final Pattern ID = Pattern.compile("[UW][A-Z0-9]{1,30}");

  private SlackPeople() {}

  static boolean isId(@Nullable String user) {
    return user != null && ID.matcher(user).matches();
  }

  /**
   * How a human stands to a workspace.
   *
   * @param gridWide whether Rapport is installed in all workspaces of the Grid
   */
  static Standing standing(User user, SlackTeam team, boolean gridWide) {
    if (user.isRestricted() || user.isUltraRestricted()) {
      return new Standing.Guest();
    }
    if (user.isStranger()) {
      return new Standing.Stranger();
    }
    String own = Optional.ofNullable(user.getTeamId()).orElse("");
    Optional<User.EnterpriseUser> inGrid = Optional.ofNullable(user.getEnterpriseUser());
    if (gridWide && inGrid.filter(it -> team.isCalled(it.getEnterpriseId())).isPresent()) {
      return new Standing.Member(own.startsWith("T") ? own : team.id());
    }
    boolean isOfTeam =
        own.equals(team.id())
            || inGrid
                .map(it -> Optional.ofNullable(it.getTeams()).orElse(List.of()))
                .filter(teams -> teams.contains(team.id()))
                .isPresent();
    return isOfTeam ? new Standing.Member(team.id()) : new Standing.Stranger();
  }
}
