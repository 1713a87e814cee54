package org.rapport.bot;

import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.conversation.QuestionLog;

/** Deletes what has been kept long enough. */
public final class Housekeeping {
  private final QuestionLog questions;
  private final SeenEvents events;

  public Housekeeping(QuestionLog questions, SeenEvents events) {
    this.questions = questions;
    this.events = events;
  }

  /** Does it once; a thread calls this every hour. */
  public void runOnce() {
    questions.forgetOld();
    events.forgetOld();
  }
}
