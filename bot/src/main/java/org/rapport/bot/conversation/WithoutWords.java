package org.rapport.bot.conversation;

/**
 * A fault as it may be logged: of what kind it was and where. Its own message may hold what a
 * person typed.
 */
final class WithoutWords extends Exception {
  private static final long serialVersionUID = 1L;

  WithoutWords(Throwable fault) {
    super(
        fault.getClass().getName(),
        fault.getCause() == null ? null : new WithoutWords(fault.getCause()));
    setStackTrace(fault.getStackTrace());
  }
}
