package org.rapport.knowledge.ask;

import java.util.Arrays;
import java.util.List;
import org.rapport.knowledge.content.Boundary;
import org.rapport.knowledge.content.Correction;

/**
 * What the texts of rules weigh, together, for a question being far from our field, near it but not
 * covered, or about distress.
 *
 * @param far examples of other fields against questions that are for the guidance
 * @param near examples of what the guidance does not cover against the same
 * @param distress examples of distress against everything else
 */
record Leanings(float[] far, float[] near, float[] distress) {

  /**
   * How a question leans; each about -1 to 1, above 0 to that kind.
   *
   * @param far to other fields
   * @param near to what the guidance does not cover
   * @param distress to distress or danger
   */
  record Leaning(double far, double near, double distress) {}

  /** Learns from the vectors of the texts of rules. */
  static Leanings learn(Rules rules, List<float[]> texts) {
    KernelRidge ridge = new KernelRidge(texts);
    Kinds kinds = new Kinds(texts.size());
    rules.boundaries().forEach(kinds::add);
    rules.corrections().forEach(kinds::add);
    kinds.addOurs(rules.inside().size());
    return new Leanings(
        ridge.weights(kinds.far), ridge.weights(kinds.near), ridge.weights(kinds.distress));
  }

  static Leanings of(List<float[]> weights) {
    return new Leanings(weights.get(0), weights.get(1), weights.get(2));
  }

  List<float[]> weights() {
    return List.of(far, near, distress);
  }

  /**
   * How a question leans.
   *
   * @param cosines to each text of the rules
   */
  Leaning leaning(float[] cosines) {
    double far = 0;
    double near = 0;
    double distress = 0;
    for (int row = 0; row < cosines.length; row++) {
      double likeness = KernelRidge.vote(1, cosines[row]);
      far += this.far[row] * likeness;
      near += this.near[row] * likeness;
      distress += this.distress[row] * likeness;
    }
    return new Leaning(far, near, distress);
  }

  /** Of which kind each text is: 1 of that which is learned, -1 of the other, 0 of neither. */
  private static final class Kinds {
    private final int[] far;
    private final int[] near;
    private final int[] distress;
    private int rows;

    Kinds(int size) {
      far = new int[size];
      near = new int[size];
      distress = new int[size];
    }

    void add(Boundary boundary) {
      int examples = boundary.examples().size();
      if (boundary.meansDistress()) {
        add(examples, 0, 0, 1);
        add(boundary.lookAlikes().size(), 0, 0, -1);
      } else {
        boolean isNear = boundary.reason().equals(Boundary.NOT_COVERED);
        add(examples, isNear ? 0 : 1, isNear ? 1 : 0, -1);
        addOurs(boundary.lookAlikes().size());
      }
    }

    void add(Correction correction) {
      addOurs(correction.beliefs().size());
    }

    void addOurs(int count) {
      add(count, -1, -1, -1);
    }

    private void add(int count, int isFar, int isNear, int isDistress) {
      Arrays.fill(far, rows, rows + count, isFar);
      Arrays.fill(near, rows, rows + count, isNear);
      Arrays.fill(distress, rows, rows + count, isDistress);
      rows += count;
    }
  }
}
