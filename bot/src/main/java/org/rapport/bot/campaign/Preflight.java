package org.rapport.bot.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;

/**
 * Who would get the next nudge of a campaign.
 *
 * @param occurrence the next one; empty if no date is left
 * @param gets how many would get it
 * @param misses how many would not, by a short code of why
 * @param who some of those who would not, {@value #MOST_SHOWN} at most
 * @param unread a channel of the audience that cannot be read: then nobody is counted, and nobody
 *     gets anything until it can
 */
public record Preflight(
    Optional<Occurrence> occurrence,
    int gets,
    Map<String, Integer> misses,
    List<Missing> who,
    Optional<Unread> unread) {
  static final int MOST_SHOWN = 200;

  public Preflight {
    misses = Map.copyOf(misses);
    who = List.copyOf(who);
  }

  /**
   * Somebody who would not get it.
   *
   * @param reason a short code
   */
  public record Missing(Address address, String reason) {}
}
