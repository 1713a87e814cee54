package org.rapport.bot.channel.slack.install;

import java.time.Instant;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/**
 * What Slack granted, with the tokens in the clear.
 *
 * @param botToken what to speak with
 * @param renewal how to get the next token; empty where tokens do not expire
 */
record Grant(Place place, String botToken, Optional<Renewal> renewal) {

  /** Without the tokens. */
  @Override
  public String toString() {
    return "Grant[" + place.id() + "]";
  }

  /**
   * What was installed where.
   *
   * @param id of the workspace, or of the Grid if it is for all its workspaces
   * @param grid the Grid that it belongs to
   * @param name for people to tell it by
   * @param app the app's id
   * @param botUser the bot's user id there
   * @param scopes what the bot may do, with commas between
   * @param by the user id of whoever installed it
   */
  record Place(
      String id,
      Optional<String> grid,
      String name,
      String app,
      String botUser,
      String scopes,
      String by) {

    /** Whoever installed it, as Rapport knows people. */
    Address installer() {
      return new Address(Address.Kind.SLACK, id, by);
    }
  }

  /** The token that gets the next one, once. */
  record Renewal(String refreshToken, Instant expiresAt) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Renewal[" + expiresAt + "]";
    }
  }
}
