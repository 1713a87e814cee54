package org.rapport.knowledge.embed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Embeds groups of texts, but none whose vectors are known. */
public final class Embedding {
  private final Embedder embedder;
  private final KnownVectors known;
  private int embedded;

  public Embedding(Embedder embedder, KnownVectors known) {
    this.embedder = embedder;
    this.known = known;
  }

  /** The vectors of groups, in their order; those that were not known are, from now on. */
  public List<List<float[]>> of(List<TextGroup> groups) {
    List<String> keys = groups.stream().map(TextGroup::key).toList();
    Map<String, List<float[]>> vectors = new HashMap<>(known.find(keys));
    Map<String, TextGroup> missing = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!vectors.containsKey(keys.get(i))) {
        missing.put(keys.get(i), groups.get(i));
      }
    }
    if (!missing.isEmpty()) {
      Map<String, List<float[]>> fresh = embed(missing);
      known.keep(fresh);
      vectors.putAll(fresh);
    }
    return keys.stream().map(key -> Objects.requireNonNull(vectors.get(key))).toList();
  }

  /** What was computed from vectors, by a key of its own, if it is not known; it is from now on. */
  public List<float[]> derived(String key, Supplier<List<float[]>> compute) {
    List<float[]> before = known.find(List.of(key)).get(key);
    if (before != null) {
      return before;
    }
    List<float[]> fresh = compute.get();
    known.keep(Map.of(key, fresh));
    return fresh;
  }

  /** How many groups had to be embedded so far. */
  public int embedded() {
    return embedded;
  }

  /** All in one go, so that no thread idles. */
  private Map<String, List<float[]>> embed(Map<String, TextGroup> groups) {
    List<String> texts = new ArrayList<>();
    groups.values().forEach(group -> texts.addAll(group.texts()));
    List<float[]> raw = embedder.embed(texts);
    Map<String, List<float[]>> vectors = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<String, TextGroup> group : groups.entrySet()) {
      int end = at + group.getValue().texts().size();
      vectors.put(group.getKey(), group.getValue().combine(raw.subList(at, end)));
      at = end;
    }
    embedded += groups.size();
    return vectors;
  }
}
