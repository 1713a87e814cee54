package org.rapport.knowledge.embed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The vectors of texts that several indexes are asked: each is embedded once, and not at all if its
 * vector is known.
 */
public final class RememberedTexts implements TextVectors {
  private final Embedder embedder;
  private final KnownVectors known;
  private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

  /**
   * @param known vectors that need not be computed; keeps those of {@link #learn}
   */
  public RememberedTexts(Embedder embedder, KnownVectors known) {
    this.embedder = embedder;
    this.known = known;
  }

  /** Gets the vectors of texts that are to come, all in one go. */
  public void learn(Collection<String> texts) {
    List<String> fresh =
        texts.stream().distinct().filter(text -> !vectors.containsKey(text)).toList();
    List<List<float[]>> found =
        new Embedding(embedder, known).of(fresh.stream().map(RememberedTexts::group).toList());
    for (int i = 0; i < fresh.size(); i++) {
      vectors.put(fresh.get(i), found.get(i).getFirst());
    }
  }

  @Override
  public float[] of(String text) {
    return vectors.computeIfAbsent(text, embedder::embed);
  }

  /** What the vectors of some texts are kept by. */
  public static Set<String> keys(Collection<String> texts) {
    return texts.stream().map(text -> group(text).key()).collect(Collectors.toUnmodifiableSet());
  }

  private static TextGroup group(String text) {
    return new TextGroup(List.of(text), false);
  }
}
