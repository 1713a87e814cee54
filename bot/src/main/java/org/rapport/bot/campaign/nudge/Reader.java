package org.rapport.bot.campaign.nudge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Platform;

/**
 * Whom a nudge is for.
 *
 * @param id of the person
 * @param position as the library has it; empty if they did not say
 * @param stage 0 to 5
 * @param platforms where they are online; none if they did not say
 * @param areas the fields that they work in
 * @param nation empty if nobody said it
 */
public record Reader(
    String id,
    Optional<String> position,
    int stage,
    Set<Platform> platforms,
    Set<String> areas,
    Optional<Nation> nation) {
  private static final String ANY = "any";

  public Reader {
    platforms = Set.copyOf(platforms);
    areas = Set.copyOf(areas);
  }

  /** Whether they only practise yet, where it is safe to. */
  public boolean practises() {
    return stage == 0;
  }

  /** Whether something is meant for their position. */
  boolean suits(List<String> positions) {
    return positions.contains(ANY) || isNamed(positions);
  }

  /** Whether something is meant for their position and not for all. */
  boolean isNamed(List<String> positions) {
    return position.filter(positions::contains).isPresent();
  }

  /** Whether they work in the field that something is for. */
  boolean worksIn(Optional<String> area) {
    return area.isEmpty() || areas.contains(area.get());
  }

  /** Whether a day is surely kept in their nation. */
  boolean keeps(AwarenessDay day) {
    return day.nation().isEmpty() || day.nation().equals(nation);
  }

  /** Whether a day may be kept in their nation. */
  boolean mayKeep(AwarenessDay day) {
    return keeps(day) || nation.isEmpty();
  }
}
