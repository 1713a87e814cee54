package org.rapport.knowledge.library;

/** Where a post may go, and what fits there. */
public enum Platform {
  /** F-3.46; F-3.35 for tags. */
  LINKEDIN(3_000, 2),
  /** F-3.44; a link counts as {@link #LINK_ON_X}; F-3.35 for tags. */
  X(280, 2),
  /** F-3.49; F-3.35 for tags. */
  BLUESKY(300, 2),
  /** F-3.57: what the tools allow; F-3.35 for tags. */
  FACEBOOK(5_000, 2),
  /** F-3.51. */
  THREADS(500, 1),
  /** F-3.53; F-3.54 for tags. */
  INSTAGRAM(2_200, 5);

  /** In characters; whatever its length (F-3.44). */
  static final int LINK_ON_X = 23;

  private final int mostCharacters;
  private final int mostHashtags;

  Platform(int mostCharacters, int mostHashtags) {
    this.mostCharacters = mostCharacters;
    this.mostHashtags = mostHashtags;
  }

  /** The length of a post, in characters. */
  public int mostCharacters() {
    return mostCharacters;
  }

  /** How many tags a post has at most. */
  public int mostHashtags() {
    return mostHashtags;
  }

  /** What a placeholder counts at its longest, in characters. */
  int longest(String placeholder, int most) {
    return this == X && placeholder.endsWith("link") ? LINK_ON_X : most;
  }
}
