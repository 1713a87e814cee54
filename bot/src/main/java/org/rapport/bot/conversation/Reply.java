package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/**
 * What the coach says back.
 *
 * @param message the words
 * @param privately whether only the asker may see it, wherever it was asked
 * @param file goes with it; only where nobody but the asker reads
 */
public record Reply(Message message, boolean privately, Optional<SentFile> file)
    implements FormReply {

  /** In characters; every channel shows as much in one block. */
  private static final int LONGEST_PART = 2_000;

  /** Words alone. */
  public Reply(Message message, boolean privately) {
    this(message, privately, Optional.empty());
  }

  /** The message with what is in its file, for a place that takes no files. */
  public Message inWords() {
    List<Block> blocks = new ArrayList<>(message.blocks());
    file.ifPresent(given ->
        given
            .parts(LONGEST_PART)
            .forEach(part -> blocks.add(new Block.Quote(given.name(), Text.plain(part)))));
    return new Message(message.summary(), blocks, message.whole());
  }
}
