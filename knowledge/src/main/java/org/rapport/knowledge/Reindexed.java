package org.rapport.knowledge;

import java.util.List;

/**
 * What a reindex did, or would do.
 *
 * @param generation the new generation; the live one if nothing changed or it was only tried
 * @param built whether a new generation went live
 * @param sections how many there are now
 * @param embedded how many had to be embedded anew
 * @param added ids of new sections
 * @param changed ids of changed sections
 * @param removed ids of sections that are gone
 */
public record Reindexed(
    int generation,
    boolean built,
    int sections,
    int embedded,
    List<String> added,
    List<String> changed,
    List<String> removed) {

  public Reindexed {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }
}
