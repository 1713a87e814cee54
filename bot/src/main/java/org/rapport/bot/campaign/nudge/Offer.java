package org.rapport.bot.campaign.nudge;

import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.library.Network;

/**
 * What a nudge offers.
 *
 * @param words Markdown that a campaign says; empty for none
 * @param mindful days to be quiet or careful on
 */
public record Offer(
    String words,
    Optional<PostIdea> post,
    Optional<Network> network,
    Optional<ThingToCheck> check,
    List<ComingDay> mindful) {
  public Offer {
    mindful = List.copyOf(mindful);
  }

  /** Whether it offers nothing at all. */
  boolean isEmpty() {
    return words.isBlank() && post.isEmpty() && network.isEmpty() && check.isEmpty();
  }
}
