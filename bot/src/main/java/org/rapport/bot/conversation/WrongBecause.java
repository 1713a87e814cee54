package org.rapport.bot.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody says that an answer was not right. */
public enum WrongBecause {
  WRONG,
  OUT_OF_DATE,
  HARD_TO_UNDERSTAND,
  NOT_MY_QUESTION,
  OTHER;

  /** The name in the database, in forms and in exports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one with this id; empty if there is none. */
  public static Optional<WrongBecause> of(String id) {
    return Arrays.stream(values()).filter(because -> because.id().equals(id)).findFirst();
  }
}
