package org.rapport.bot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.library.Nation;
import org.rapport.knowledge.library.Span;

/**
 * Somebody who is enrolled, as they are now.
 *
 * @param preferences what they want, said or usual
 * @param since when somebody enrolled them first
 * @param nation empty if nobody said it
 * @param leave when they are away
 * @param forgotten whether one of their addresses is not to be written to
 */
public record Enrolled(
    Person person,
    Preferences preferences,
    Instant since,
    Optional<Nation> nation,
    List<Span> leave,
    boolean forgotten) {
  public Enrolled {
    leave = List.copyOf(leave);
  }
}
