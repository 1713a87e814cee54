package org.rapport.bot.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something the bot says, in no channel's form.
 *
 * @param summary one plain line for notifications and screen readers
 * @param blocks what is shown, top to bottom
 * @param whole leads to all of it; shown where a channel had to cut it
 */
public record Message(String summary, List<Block> blocks, Optional<Block.Button> whole) {

  public Message {
    if (summary.isBlank()) {
      throw new IllegalArgumentException("A message needs a summary");
    }
    blocks = List.copyOf(blocks);
  }

  /** A message that nothing leads to the whole of. */
  public Message(String summary, List<Block> blocks) {
    this(summary, blocks, Optional.empty());
  }

  /** The same message with all that another says below. */
  public Message over(Message other) {
    List<Block> over = new ArrayList<>(blocks);
    over.addAll(other.blocks());
    return new Message(summary, over, whole);
  }

  /** The same message with this on top. */
  public Message under(Block first) {
    List<Block> under = new ArrayList<>();
    under.add(first);
    under.addAll(blocks);
    return new Message(summary, under, whole);
  }
}
