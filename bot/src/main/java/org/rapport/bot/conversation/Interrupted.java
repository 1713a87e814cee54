package org.rapport.bot.conversation;

import java.util.List;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** What is said after a restart to somebody whose words were not kept. */
public final class Interrupted {
  private final Wording wording;

  public Interrupted(Wording wording) {
    this.wording = wording;
  }

  /** Asks for the words again. */
  public Message askAgain() {
    return new Message(
        wording.words("again.summary"), List.of(new Block.Paragraph(wording.text("again.words"))));
  }
}
