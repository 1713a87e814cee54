package org.rapport.bot.campaign;

import java.util.Optional;

/**
 * What one nudge of a campaign says.
 *
 * @param words Markdown with bold, italics and links; empty for what the library has alone
 * @param post id of a suggested post of the library
 * @param network id of a network of the library
 * @param check one thing to check, in words
 */
public record Nudge(
    String words, Optional<String> post, Optional<String> network, Optional<String> check) {
  /** In characters. */
  public static final int LONGEST_WORDS = 2000;

  /** In characters. */
  static final int LONGEST_CHECK = 300;

  /**
   * @throws IllegalArgumentException if it says nothing
   */
  public Nudge {
    if (words.isBlank() && post.isEmpty() && network.isEmpty() && check.isEmpty()) {
      throw new IllegalArgumentException("Expected words, a post, a network or a check");
    }
  }

  /** A nudge of words alone. */
  public static Nudge ofWords(String words) {
    return new Nudge(words, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
