package org.rapport.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.index.Generation;

/**
 * Which questions a change of a few sections can touch: those that come near to one of them as it
 * was or as it will be, and those that rest on one of their facts.
 */
final class Reach {
  /**
   * From this cosine on. Measured by {@code ReachExperiment} of the knowledge module: its README
   * has the table.
   */
  static final double NEAR = 0.65;

  /** With more than this share of all sections changed, whatever is asked may be touched. */
  private static final double FEW = 0.05;

  private final List<float[]> vectors = new ArrayList<>();
  private final Set<String> facts = new HashSet<>();
  private final double near;

  /**
   * @param ids of the sections that are not as they were
   * @param states all that may hold them, before and after
   * @param near the cosine from which on a question is touched
   */
  Reach(Collection<String> ids, List<Generation> states, double near) {
    this.near = near;
    Set<String> wanted = Set.copyOf(ids);
    for (Generation state : states) {
      for (int entry = 0; entry < state.size(); entry++) {
        Generation.Card card = state.card(entry);
        if (wanted.contains(card.id())) {
          vectors.addAll(state.vectorsOf(entry));
          facts.addAll(card.facts());
        }
      }
    }
  }

  /**
   * Whether so many changed sections are few.
   *
   * @param all how many sections there are
   */
  static boolean isSmall(int changed, int all) {
    return changed <= FEW * all;
  }

  /**
   * Whether it touches a question.
   *
   * @param texts the vectors of the question and its parts
   * @param restsOn facts that a right answer rests on
   */
  boolean touches(Collection<float[]> texts, Set<String> restsOn) {
    return restsOn.stream().anyMatch(facts::contains) || texts.stream().anyMatch(this::isNear);
  }

  private boolean isNear(float[] text) {
    return vectors.stream().anyMatch(vector -> Vectors.cosine(text, vector) >= near);
  }
}
