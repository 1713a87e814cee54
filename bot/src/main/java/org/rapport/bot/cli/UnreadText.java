package org.rapport.bot.cli;

/** Why a group of people in Slack or Teams could not be read, with what mends it. */
final class UnreadText {
  private UnreadText() {}

  /** Words for a short code. */
  static String of(String reason) {
    return switch (reason) {
      case "missing_scope" ->
          "the Slack app lacks a scope; rapport doctor says which (missing_scope)";
      case "no_such_group" ->
          "there is no such user group; expected its handle, such as @board, or its id, such as"
              + " S0123ABC (no_such_group)";
      case "bot_not_installed" ->
          "Rapport is not there; add it to the workspace or team first (bot_not_installed)";
      case "channel_not_connected" ->
          "the channel is not set up; rapport doctor says what is missing (channel_not_connected)";
      case "rate_limited", "too_slow", "no_reply", "unreachable" ->
          "it did not answer in time; try again in some minutes (" + reason + ")";
      case "too_large" -> "it has too many people; import a table instead (too_large)";
      default -> "it cannot be read (" + reason + ")";
    };
  }
}
