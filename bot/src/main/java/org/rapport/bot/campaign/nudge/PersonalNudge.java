package org.rapport.bot.campaign.nudge;

import java.util.Optional;
import java.util.Set;
import org.rapport.bot.campaign.reaction.Reaction;
import org.rapport.bot.people.Enrolments;

/**
 * One nudge as its person sees it.
 *
 * @param delivery its id, which its buttons carry, or {@link #SAMPLE}; empty for one without
 *     buttons
 * @param because who enrolled them, for the first nudge that they get
 * @param ignored after how many without an answer they now come less often; empty for no change
 * @param practises whether its reader only practises yet
 * @param reactions what they said to it
 */
public record PersonalNudge(
    Optional<String> delivery,
    Optional<Enrolments.Because> because,
    Optional<Integer> ignored,
    Offer offer,
    boolean practises,
    Set<Reaction> reactions) {
  /** In place of a delivery's id: of a nudge that is only shown, so that its buttons do nothing. */
  public static final String SAMPLE = "sample";

  public PersonalNudge {
    reactions = Set.copyOf(reactions);
  }

  /** Whether its person may still say this to it. */
  public boolean mayStill(Reaction reaction) {
    boolean isSettled =
        reactions.contains(Reaction.DONE) || reactions.contains(Reaction.NOT_FOR_ME);
    if (delivery.isEmpty() || reactions.contains(Reaction.STOPPED)) {
      return false;
    }
    return switch (reaction) {
      case ACTED -> offer.post().isPresent() && !isSettled;
      case DONE, NOT_FOR_ME -> !isSettled;
      case ALREADY_JOINED ->
          offer.network().isPresent()
              && !reactions.contains(Reaction.ALREADY_JOINED)
              && !reactions.contains(Reaction.NOT_FOR_ME);
      case SNOOZED -> !reactions.contains(Reaction.SNOOZED);
      case STOPPED -> true;
    };
  }
}
