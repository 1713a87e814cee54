package org.rapport.knowledge;

import java.util.Objects;

/** What somebody asks, in their own words. */
public record Question(String text) {

  /** The longest question that is read, in UTF-16 units; what comes after is left unread. */
  public static final int MAX_LENGTH = 2_000;

  public Question {
    Objects.requireNonNull(text, "text");
  }
}
