package org.rapport.bot.message;

/** What a button does. {@link ActionCodec} turns one into text and back. */
public sealed interface Action {

  /** Ask this question. */
  record Ask(String question) implements Action {}

  /** Say whether an answer was right. */
  record Rate(String answer, boolean right) implements Action {}
}
