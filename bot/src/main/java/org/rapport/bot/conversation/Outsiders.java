package org.rapport.bot.conversation;

import java.util.List;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/** What is said to people whom the coach does not serve, and who learn nothing else. */
public final class Outsiders {
  private final Wording wording;

  public Outsiders(Wording wording) {
    this.wording = wording;
  }

  /** To somebody who was let into some channels only. */
  public Message guest() {
    return message("outsider.guest");
  }

  /** To somebody of another organisation. */
  public Message stranger() {
    return message("outsider.stranger");
  }

  /** To somebody of whom it cannot be found out just now. */
  public Message unknown() {
    return message("outsider.unknown");
  }

  private Message message(String key) {
    return new Message(
        wording.words(key + ".summary"),
        List.of(new Block.Paragraph(wording.text(key + ".words"))));
  }
}
