package org.rapport.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How two states of the content differ.
 *
 * @param added ids of new sections
 * @param changed ids of changed sections
 * @param removed ids of sections that are gone
 */
public record Difference(List<String> added, List<String> changed, List<String> removed) {
  public Difference {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** Compares the hashes of sections, by their ids. */
  static Difference between(Map<String, String> before, Map<String, String> after) {
    Map<String, String> left = new HashMap<>(before);
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    after.forEach((id, hash) -> {
      String old = left.remove(id);
      if (old == null) {
        added.add(id);
      } else if (!old.equals(hash)) {
        changed.add(id);
      }
    });
    return new Difference(
        added.stream().sorted().toList(),
        changed.stream().sorted().toList(),
        left.keySet().stream().sorted().toList());
  }

  /** All ids that are not as they were. */
  public List<String> all() {
    return Stream.of(added, changed, removed).flatMap(List::stream).toList();
  }
}
