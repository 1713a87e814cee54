package org.rapport.knowledge.library;

/**
 * A situation that a post may be for.
 *
 * @param when the situation, as a line to the leader
 */
public record Situation(String id, String when, Offered offered) {
  /** When posts for a situation may be offered. */
  public enum Offered {
    /** A nudge may offer them unasked. */
    ANY_WEEK,
    /** Only when somebody says that it is so. */
    ASKED
  }
}
