package org.rapport.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * What somebody asks, in their own words.
 *
 * @param text their words
 * @param earlier what they asked before in the same conversation, the newest last; only what leans
 *     on it, as "and on LinkedIn?", is read in its light
 */
public record Question(String text, List<String> earlier) {

  /** The longest question that is read, in UTF-16 units; what comes after is left unread. */
  public static final int MAX_LENGTH = 2_000;

  /** How many earlier questions are read at most; older ones are left unread. */
  public static final int MOST_EARLIER = 3;

  public Question {
    Objects.requireNonNull(text, "text");
    earlier =
        List.copyOf(earlier.subList(Math.max(0, earlier.size() - MOST_EARLIER), earlier.size()));
  }

  /** A question that opens a conversation. */
  public Question(String text) {
    this(text, List.of());
  }
}
