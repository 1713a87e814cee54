package org.rapport.knowledge.library;

/** How to speak of a day. */
public enum Tone {
  CELEBRATE,
  INFORM,
  /** No cheerful nudge on that day. */
  QUIET,
  /** A date to be careful of: no post is offered. */
  CAUTION
}
