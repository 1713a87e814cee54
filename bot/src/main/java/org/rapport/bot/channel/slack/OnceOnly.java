package org.rapport.bot.channel.slack;

import org.rapport.bot.channel.SeenEvents;

/** Tells a first delivery from a repeated one; while the database is away, every one is a first. */
final class OnceOnly {
  private final SeenEvents seen;
  private final SlackTrouble trouble;

  OnceOnly(SeenEvents seen, SlackTrouble trouble) {
    this.seen = seen;
    this.trouble = trouble;
  }

  /** Whether none of the keys was met before. */
  boolean isFirst(String... keys) {
    try {
      return seen.first(keys);
    } catch (RuntimeException databaseAway) {
      trouble.note("looking for repeats", "database_away");
      return true;
    }
  }
}
