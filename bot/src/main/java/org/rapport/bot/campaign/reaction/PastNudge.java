package org.rapport.bot.campaign.reaction;

import java.util.Set;

/** A nudge that was given, and all that its person said to it. */
public record PastNudge(GivenNudge given, Set<Reaction> reactions) {
  public PastNudge {
    reactions = Set.copyOf(reactions);
  }
}
