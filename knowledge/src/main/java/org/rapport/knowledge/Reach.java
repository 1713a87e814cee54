package org.rapport.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.rapport.knowledge.embed.Vectors;
import org.rapport.knowledge.index.Generation;

/**
 * Which questions a change of a few sections can touch: those that rest on one of their facts, and
 * those that come near to one of them as it was or as it will be, and not much nearer to another
 * section; what is much nearer answers them before and after.
 */
final class Reach {
  /**
   * From this cosine on. This and the next are measured by {@code ReachExperiment} of the knowledge
   * module: its README has the table.
   */
  private static final double NEAR = 0.65;

  /** A section that another one is nearer than by more than this is not near, as a cosine. */
  private static final double BEHIND = 0.08;

  /** With more than this share of all sections changed, whatever is asked may be touched. */
  private static final double FEW = 0.05;

  private final List<float[]> vectors = new ArrayList<>();
  private final Set<String> facts = new HashSet<>();

  /**
   * @param ids of the sections that are not as they were
   * @param states all that may hold them, before and after
   */
  Reach(Collection<String> ids, List<Generation> states) {
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
   * @param nearest tells the cosine of a text and what is nearest to it now
   */
  boolean touches(
      Collection<float[]> texts, Set<String> restsOn, ToDoubleFunction<float[]> nearest) {
    return restsOn.stream().anyMatch(facts::contains)
        || texts.stream().anyMatch(text -> isNear(text, nearest));
  }

  private boolean isNear(float[] text, ToDoubleFunction<float[]> nearest) {
    double cosine =
        vectors.stream().mapToDouble(vector -> Vectors.cosine(text, vector)).max().orElse(-1);
    return cosine >= NEAR && cosine >= nearest.applyAsDouble(text) - BEHIND;
  }
}
