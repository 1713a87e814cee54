package org.rapport.bot.campaign.schedule;

import java.time.Duration;
import java.util.List;
import org.rapport.knowledge.library.Span;

/**
 * What a campaign keeps to.
 *
 * @param window how long after its slot a nudge may still come; from then on it is too late
 * @param weekends whether it comes on Saturdays and Sundays too; a person whose own nudge day is
 *     one of them gets nudges on that day in any case
 * @param freezes days without any nudge, such as before an election
 */
public record SendRules(Duration window, boolean weekends, List<Span> freezes) {
  /** The longest window. */
  public static final Duration LONGEST_WINDOW = Duration.ofDays(14);

  /**
   * @throws IllegalArgumentException saying what was expected, if the window is not from one minute
   *     to {@link #LONGEST_WINDOW}
   */
  public SendRules {
    freezes = List.copyOf(freezes);
    if (window.compareTo(Duration.ofMinutes(1)) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(
          "Expected a window from 1 minute to " + LONGEST_WINDOW.toDays() + " days");
    }
  }
}
