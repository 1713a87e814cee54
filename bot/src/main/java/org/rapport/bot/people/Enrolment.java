package org.rapport.bot.people;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/**
 * Somebody whom their organisation enters for nudges, with what it says of them. What a person said
 * of themself counts more.
 *
 * @param by who enrols them, in words that they will read
 * @param because why, in words that they will read
 * @param lists names of the lists that they are put on
 */
public record Enrolment(
    String by,
    String because,
    Optional<Position> position,
    Optional<Stage> stage,
    Optional<ZoneId> zone,
    Optional<Nation> nation,
    Set<String> tags,
    List<Span> leave,
    Set<String> lists) {
  public Enrolment {
    tags = Set.copyOf(tags);
    leave = List.copyOf(leave);
    lists = Set.copyOf(lists);
  }
}
