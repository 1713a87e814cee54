package org.rapport.bot.channel.slack;

import com.slack.api.bolt.context.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in Slack that Rapport is installed in.
 *
 * @param id the workspace; the Grid where Slack names no workspace
 * @param grid the Enterprise Grid that the workspace belongs to, if any
 */
public record SlackTeam(String id, Optional<String> grid) {

  /** A workspace of which nothing else is known. */
  public static SlackTeam workspace(String id) {
    return new SlackTeam(id, Optional.empty());
  }

  /** The workspace that Bolt reads out of a request; empty if it names neither that nor a Grid. */
  static Optional<SlackTeam> of(Context context) {
    return of(context.getTeamId(), context.getEnterpriseId());
  }

  static Optional<SlackTeam> of(@Nullable String workspace, @Nullable String grid) {
    return Optional.ofNullable(workspace)
        .or(() -> Optional.ofNullable(grid))
        .map(id -> new SlackTeam(id, Optional.ofNullable(grid)));
  }

  /** Whether this is an id of the workspace or of its Grid. */
  boolean isCalled(String team) {
    return team.equals(id) || grid.filter(team::equals).isPresent();
  }
}
