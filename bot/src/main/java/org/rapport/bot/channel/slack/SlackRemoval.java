package org.rapport.bot.channel.slack;

import org.jdbi.v3.core.Handle;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Presence;

/** What becomes of a workspace that Rapport was removed from, however it got its token. */
public final class SlackRemoval {
  private SlackRemoval() {}

  /**
   * Nobody there is written to any more, and what was kept of the assistant pane goes; part of the
   * caller's transaction.
   *
   * @param workspace a Slack team id
   */
  public static void of(Handle handle, Presence presence, String workspace) {
    presence.removed(handle, Address.Kind.SLACK, workspace);
    AssistantThreads.forget(handle, workspace);
  }
}
