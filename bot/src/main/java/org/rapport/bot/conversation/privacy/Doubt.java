package org.rapport.bot.conversation.privacy;

/** Whether words about health hold a name that was not found for sure. */
public enum Doubt {
  NONE,
  /** An unknown word, perhaps only misspelt. */
  SLIGHT,
  /** A word where a name would stand, or written like one. */
  STRONG
}
