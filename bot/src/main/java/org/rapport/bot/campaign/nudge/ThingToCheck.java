package org.rapport.bot.campaign.nudge;

import java.util.Optional;
import org.rapport.knowledge.library.Stage;

/**
 * One thing to check.
 *
 * @param id in the library; empty for a campaign's own
 * @param minutes how long it takes; 0 if nobody said
 * @param guidance id of the section that helps
 */
public record ThingToCheck(
    Optional<String> id, String check, int minutes, Optional<String> guidance) {

  static ThingToCheck of(Stage.SmallCheck check) {
    return new ThingToCheck(
        Optional.of(check.id()), check.check(), check.minutes(), Optional.of(check.guidance()));
  }

  /** A campaign's own words. */
  static ThingToCheck inWords(String check) {
    return new ThingToCheck(Optional.empty(), check, 0, Optional.empty());
  }
}
