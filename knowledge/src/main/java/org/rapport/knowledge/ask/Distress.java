package org.rapport.knowledge.ask;

import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;

/** Tells whether words are those of somebody in distress or danger, or about such a person. */
final class Distress {
  /** No text this far from every example of distress is taken for one. */
  private static final double FROM = 0.66;

  /** Distress is as near as this to what is nearest at all, and nearer than its look-alikes. */
  private static final double TIE = 0.02;

  private static final double OVER_LOOK_ALIKES = 0.01;

  private Distress() {}

  static Optional<Nearness> in(List<Scored> found, List<Nearness> boundaries) {
    List<Nearness> others =
        boundaries.stream().filter(near -> !near.boundary().meansDistress()).toList();
    return boundaries.stream()
        .filter(near -> near.boundary().meansDistress())
        .filter(near -> near.example() >= FROM)
        .filter(near -> isNearest(near, found, others) || isAmongItsLike(near, found, others))
        .findFirst();
  }

  private static boolean isNearest(Nearness distress, List<Scored> found, List<Nearness> others) {
    double section = found.stream().mapToDouble(scored -> scored.near().nearest()).max().orElse(0);
    double other =
        others.stream()
            .mapToDouble(near -> Math.max(near.example(), near.lookAlike()))
            .max()
            .orElse(0);
    return distress.example() > distress.lookAlike() + OVER_LOOK_ALIKES
        && distress.example() > Math.max(section, other) - TIE;
  }

  /** One look-alike that shares a name or a job must not outweigh many calls for help. */
  private static boolean isAmongItsLike(
      Nearness distress, List<Scored> found, List<Nearness> others) {
    double crowd = Signals.crowd(distress.examples().stream());
    return crowd > Signals.crowd(distress.lookAlikes().stream())
        && crowd > Signals.crowd(others.stream().flatMap(near -> near.examples().stream()))
        && crowd > Signals.guidance(found);
  }
}
