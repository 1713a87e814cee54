package org.rapport.bot.channel.slack.install;

import org.jdbi.v3.core.Handle;
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
    return store.read(handle -> include(handle, workspace));
  }

  /** The same, as part of the caller's transaction. */
  static boolean include(Handle handle, String workspace) {
    return handle
        .select(
            "select 1 from slack_install where id = ?"
                + " or id = (select grid from slack_grid_workspace where team = ?)",
            workspace,
            workspace)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }
}
