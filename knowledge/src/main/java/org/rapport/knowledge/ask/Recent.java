package org.rapport.knowledge.ask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made lately, by what it was made from; what was not asked for longest goes first. */
final class Recent<K, V> {
  private final Map<K, V> made;

  /**
   * @param most how many are kept
   */
  Recent(int most) {
    made =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What was made from this before, or is made now. */
  V get(K from, Function<K, V> make) {
    synchronized (made) {
      V before = made.get(from);
      if (before != null) {
        return before;
      }
    }
    V now = make.apply(from);
    synchronized (made) {
      made.put(from, now);
    }
    return now;
  }
}
