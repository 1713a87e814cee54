package org.rapport.bot.people;

import java.util.List;

/** Hashes that nobody can make without a key: for codes, and for addresses that are forgotten. */
@FunctionalInterface
public interface KeyedHash {

  /**
   * The hashes of a text, 32 bytes each: by the newest key first, then by older ones.
   *
   * @param purpose hashes of one purpose say nothing of the same text under another
   */
  List<byte[]> of(String purpose, String text);
}
