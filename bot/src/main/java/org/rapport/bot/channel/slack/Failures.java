package org.rapport.bot.channel.slack;

/** Says what failed without its message, which may quote what a person typed. */
final class Failures {

  private Failures() {}

  /** The kind of failure and where it came from, on one line. */
  static String inShort(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    StackTraceElement[] trace = cause.getStackTrace();
    return cause.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
