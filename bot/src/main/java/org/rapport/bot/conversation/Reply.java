package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;
import org.rapport.bot.message.Text;

/**
 * What the coach says back.
 *
 * @param message the words
 * @param privately whether only the asker may see it, wherever it was asked
 * @param file goes with it; only where nobody but the asker reads
 * @param greets whether questions that fit the asker belong under it, see {@link
 *     Incoming.BeganChat}, where the channel has a place for them
 * @param besides whether the message whose button was pressed stays as it is, and this is said
 *     beside it
 */
public record Reply(
    Message message, boolean privately, Optional<SentFile> file, boolean greets, boolean besides)
    implements FormReply {

  /** In characters; every channel shows as much in one block. */
  private static final int LONGEST_PART = 2_000;

  /** Words alone. */
  public Reply(Message message, boolean privately) {
    this(message, privately, Optional.empty());
  }

  /** Words and perhaps a file. */
  public Reply(Message message, boolean privately, Optional<SentFile> file) {
    this(message, privately, file, false);
  }

  /** Words and perhaps a file; they may greet somebody. */
  public Reply(Message message, boolean privately, Optional<SentFile> file, boolean greets) {
    this(message, privately, file, greets, false);
  }

  /** Words for whoever pressed a button that changes nothing. */
  public static Reply beside(Message message) {
    return new Reply(message, true, Optional.empty(), false, true);
  }

  /** Words that greet somebody. */
  static Reply greeting(Message message) {
    return new Reply(message, false, Optional.empty(), true);
  }

  /** The same with other words. */
  Reply saying(Message other) {
    return new Reply(other, privately, file, greets, besides);
  }

  /** The message with what is in its file, for a place that takes no files. */
  public Message inWords() {
    List<Block> blocks = new ArrayList<>(message.blocks());
    fileInMessages().forEach(part -> blocks.addAll(part.blocks()));
    return new Message(message.summary(), blocks, message.whole());
  }

  /** The message, and after it what is in its file: for a place that takes no files. */
  public List<Message> inMessages() {
    return Stream.concat(Stream.of(message), fileInMessages().stream()).toList();
  }

  /** What is in its file, in messages that no channel cuts; none without a file. */
  public List<Message> fileInMessages() {
    return file.map(given ->
            given.parts(LONGEST_PART).stream().map(part -> part(given.name(), part)).toList())
        .orElse(List.of());
  }

  private static Message part(String name, String words) {
    return new Message(name, List.of(new Block.Quote(name, Text.plain(words))));
  }
}
