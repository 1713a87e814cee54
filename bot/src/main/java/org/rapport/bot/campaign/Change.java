package org.rapport.bot.campaign;

import java.util.Set;

/** What came of changing a campaign. */
public sealed interface Change {

  /** It is so now. */
  record Done(Campaign campaign) implements Change {}

  /** The organisation has no campaign of that id. */
  record NotFound() implements Change {}

  /** It is in another state than those in which this can be done. */
  record NotNow(Campaign campaign, Set<State> expected) implements Change {
    public NotNow {
      expected = Set.copyOf(expected);
    }
  }

  /** It is being planned at this moment; in a minute it can be changed. */
  record Busy(Campaign campaign) implements Change {}

  /** A second person has to agree first; it is in review, or waits to be given to it. */
  record NeedsApproval(Campaign campaign) implements Change {}

  /** Whoever made the plan cannot be the one who agrees to it. */
  record NeedsAnother(Campaign campaign) implements Change {}

  /** No date of its plan is still to come. */
  record NoDateLeft(Campaign campaign) implements Change {}
}
