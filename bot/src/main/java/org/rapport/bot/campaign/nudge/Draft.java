package org.rapport.bot.campaign.nudge;

import java.time.LocalDate;
import org.rapport.knowledge.library.Platform;

/**
 * A post before it goes out. Its words are its writer's and are kept nowhere.
 *
 * @param hasPicture whether a picture is to go with it
 * @param on the day on which it would go out
 */
public record Draft(String words, Platform platform, boolean hasPicture, LocalDate on) {
  /** The most that is read, in characters; more than any platform takes. */
  public static final int LONGEST = 10_000;

  public Draft {
    words = words.substring(0, Math.min(words.length(), LONGEST));
  }
}
