package org.rapport.bot.conversation;

import org.rapport.knowledge.Answer;

/** The names of the kinds of answer, in the database, in metrics and in JSON. */
public final class Outcome {
  private Outcome() {}

  /** {@code found}, {@code unsure}, {@code out_of_scope} or {@code urgent}. */
  public static String of(Answer answer) {
    return switch (answer) {
      case Answer.Found found -> "found";
      case Answer.Unsure unsure -> "unsure";
      case Answer.OutOfScope beyond -> "out_of_scope";
      case Answer.Urgent urgent -> "urgent";
    };
  }
}
