package org.rapport.bot.message;

import java.util.List;

/**
 * Something the bot says, in no channel's form.
 *
 * @param summary one plain line for notifications and screen readers
 * @param blocks what is shown, top to bottom
 */
public record Message(String summary, List<Block> blocks) {

  public Message {
    if (summary.isBlank()) {
      throw new IllegalArgumentException("A message needs a summary");
    }
    blocks = List.copyOf(blocks);
  }
}
