package org.rapport.bot.channel.slack.install;

import org.rapport.bot.store.Store;
import org.rapport.bot.store.StoreAway;

/** Which Slack workspaces have Rapport, by the record of installs alone; asks Slack nothing. */
public final class InstalledWorkspaces {
  private final Store store;

  public InstalledWorkspaces(Store store) {
    this.store = store;
  }

  /**
   * Whether a workspace, or the Grid that it is known to belong to, has Rapport.
   *
   * @throws StoreAway while the database is away
   */
  public boolean include(String workspace) {
    return store.read(handle ->
        handle
            .select(
                "select 1 from slack_install where id = ?"
                    + " or id = (select grid from slack_grid_workspace where team = ?)",
                workspace,
                workspace)
            .mapTo(Integer.class)
            .findFirst()
            .isPresent());
  }
}
