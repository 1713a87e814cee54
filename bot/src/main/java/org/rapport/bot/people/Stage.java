package org.rapport.bot.people;

import java.util.Arrays;
import java.util.Optional;

/** How far a leader is with social media; the six stages of the library. */
public enum Stage {
  NOT_YET,
  LISTENER,
  STARTER,
  REGULAR,
  CONNECTOR,
  ROLE_MODEL;

  /** 0 to 5, as the content and the database have it. */
  public int number() {
    return ordinal();
  }

  /** The stage of a number from 0 to 5. */
  public static Optional<Stage> of(int number) {
    return Arrays.stream(values()).filter(stage -> stage.number() == number).findFirst();
  }
}
