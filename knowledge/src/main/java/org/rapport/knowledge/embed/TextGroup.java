package org.rapport.knowledge.embed;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that are embedded, and kept, together.
 *
 * @param texts what is embedded, in order
 * @param firstTwoAreOne whether the first two texts share one vector: their sum
 */
public record TextGroup(List<String> texts, boolean firstTwoAreOne) {
  public TextGroup {
    texts = List.copyOf(texts);
  }

  /** What its vectors are kept by: no other group, and no other model, has the same. */
  public String key() {
    List<String> parts = new ArrayList<>(texts);
    parts.addFirst(Embedder.MODEL + (firstTwoAreOne ? "+" : ""));
    return Hash.of(parts.toArray(String[]::new));
  }

  /** The group's vectors from those of its texts. */
  List<float[]> combine(List<float[]> ofTexts) {
    if (!firstTwoAreOne) {
      return ofTexts;
    }
    List<float[]> vectors = new ArrayList<>();
    vectors.add(Vectors.unitSum(ofTexts.get(0), ofTexts.get(1)));
    vectors.addAll(ofTexts.subList(2, ofTexts.size()));
    return vectors;
  }
}
