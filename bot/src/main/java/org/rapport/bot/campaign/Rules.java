package org.rapport.bot.campaign;

import java.util.List;
import org.rapport.knowledge.library.Span;

/**
 * What an organisation holds all of its campaigns to.
 *
 * @param needsApproval whether a second person must agree to each
 * @param weeklyCap the most nudges that a person gets in seven days, over all campaigns
 * @param ignoredLimit after so many in a row with no answer, a person gets one a month
 * @param quiet days on which nothing is sent, such as those before an election
 */
public record Rules(boolean needsApproval, int weeklyCap, int ignoredLimit, List<Span> quiet) {
  /** What holds unless an organisation says otherwise. */
  public static final Rules USUAL = new Rules(false, 2, 4, List.of());

  /** One a day. */
  public static final int HIGHEST_CAP = 7;

  /** A quarter of a year of weekly ones. */
  public static final int HIGHEST_IGNORED = 13;

  /**
   * @throws IllegalArgumentException saying what was expected
   */
  public Rules {
    quiet = List.copyOf(quiet);
    if (weeklyCap < 1 || weeklyCap > HIGHEST_CAP) {
      throw new IllegalArgumentException("Expected a cap from 1 to " + HIGHEST_CAP + " a week");
    }
    if (ignoredLimit < 1 || ignoredLimit > HIGHEST_IGNORED) {
      throw new IllegalArgumentException(
          "Expected a limit of ignored nudges from 1 to " + HIGHEST_IGNORED);
    }
  }
}
