package org.rapport.knowledge.embed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vectors that were computed before, by {@link TextGroup#key}. */
@FunctionalInterface
public interface KnownVectors {
  /** Knows nothing and keeps nothing. */
  KnownVectors NONE = keys -> Map.of();

  /** The vectors of those keys that are known. */
  Map<String, List<float[]>> find(Collection<String> keys);

  /** Keeps vectors for the next time, where there is a place for them. */
  default void keep(Map<String, List<float[]>> vectors) {}

  /** Looks here first and then there; keeps there. */
  default KnownVectors then(KnownVectors there) {
    KnownVectors here = this;
    return new KnownVectors() {
      @Override
      public Map<String, List<float[]>> find(Collection<String> keys) {
        Map<String, List<float[]>> found = new HashMap<>(here.find(keys));
        Set<String> missing = new HashSet<>(keys);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
          found.putAll(there.find(missing));
        }
        return found;
      }

      @Override
      public void keep(Map<String, List<float[]>> vectors) {
        there.keep(vectors);
      }
    };
  }
}
