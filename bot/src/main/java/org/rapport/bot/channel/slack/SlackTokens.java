package org.rapport.bot.channel.slack;

import java.time.Instant;
import java.util.Set;

/** The bot's tokens, one a workspace that Rapport is installed in. */
public interface SlackTokens {

  /**
   * The token to speak to a workspace with, good at this moment. May ask Slack for a new one; never
   * throws for anything that Slack or the database does.
   */
  BotToken in(SlackTeam team);

  /**
   * Whether Rapport is installed there, without asking Slack. While the database cannot tell, it
   * is: Slack signs for no others.
   */
  boolean installed(SlackTeam team);

  /**
   * Notes that a workspace belongs to a Grid that installed Rapport for all its workspaces, so that
   * {@link #in} knows it without its Grid.
   */
  void belongs(String workspace, SlackTeam installed);

  /**
   * Rapport was removed from a workspace.
   *
   * @param at when Slack says it was, to the second; an install after that stays
   */
  void uninstalled(SlackTeam team, Instant at);

  /**
   * Tokens of some bots in a workspace were revoked.
   *
   * @param bots their user ids; those of other apps may be among them
   * @param at when Slack says they were, to the second
   */
  void revoked(SlackTeam team, Set<String> bots, Instant at);

  /** What there is to speak with. */
  sealed interface BotToken {
    /**
     * A token.
     *
     * @param gridWide whether it holds in all workspaces of its Grid
     */
    record Good(String value, boolean gridWide) implements BotToken {
      /** Without the token. */
      @Override
      public String toString() {
        return "Good[gridWide=" + gridWide + "]";
      }
    }

    /** Rapport is not installed there. */
    record NotInstalled() implements BotToken {}

    /**
     * It is installed, but for now there is no token.
     *
     * @param reason a short code
     */
    record Away(String reason) implements BotToken {}
  }
}
