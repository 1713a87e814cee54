package org.rapport.bot.channel;

import java.nio.file.Path;
import java.util.OptionalLong;

/** A file that somebody gave in a conversation, still where its channel keeps it. */
public interface GivenFile {

  /** As its sender calls it. */
  String name();

  /** Its size in bytes, as the channel announces it; empty if it does not. */
  OptionalLong size();

  /**
   * Fetches it within a bounded time. Never throws for anything that the channel does.
   *
   * @param into a file that does not exist yet; unless all went well, what is in it is of no use
   * @param mostBytes where reading ends, whatever was announced
   */
  Fetched fetch(Path into, long mostBytes);

  /** What came of fetching a file. */
  enum Fetched {
    WHOLE,
    /** It has more bytes than may be read. */
    TOO_LARGE,
    /** The bot lacks the right to read files. */
    FORBIDDEN,
    FAILED
  }
}
