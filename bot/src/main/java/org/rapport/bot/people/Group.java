package org.rapport.bot.people;

import java.util.Set;

/**
 * Some people of an organisation. A person is in it if they are of one of the positions, at one of
 * the stages, and so on; an empty set asks for nothing.
 *
 * @param workspaces where they have an address, as {@code slack:TEAM} or {@code teams:TENANT}
 * @param lists names of lists
 */
public record Group(
    Set<Position> positions,
    Set<Stage> stages,
    Set<String> tags,
    Set<String> workspaces,
    Set<String> lists) {

  /** Asks for nothing at all. */
  public static final Group ANYBODY = new Group(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Group {
    positions = Set.copyOf(positions);
    stages = Set.copyOf(stages);
    tags = Set.copyOf(tags);
    workspaces = Set.copyOf(workspaces);
    lists = Set.copyOf(lists);
  }

  /** Whether it asks for nothing. */
  public boolean isAnybody() {
    return equals(ANYBODY);
  }
}
