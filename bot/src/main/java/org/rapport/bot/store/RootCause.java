package org.rapport.bot.store;

import java.sql.SQLException;

/** What is at the bottom of a failure, for the log: its messages may hold what a person typed. */
final class RootCause {
  private RootCause() {}

  /** The name of the innermost exception, and its SQL state if it has one. */
  static String name(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String state = cause instanceof SQLException sql ? " " + sql.getSQLState() : "";
    return cause.getClass().getSimpleName() + state;
  }
}
