package org.rapport.knowledge.ask;

import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.ask.Boundaries.Comparison;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;

/** Tells whether words are those of somebody in distress or danger, or about such a person. */
final class Distress {
  /** A text this far from every example is taken for distress only if it is clear. */
  private static final double FROM = 0.68;

  /** Distress is as near as this to what is nearest at all. */
  private static final double TIE = 0.03;

  /** And as near as this to its nearest look-alike. */
  private static final double TIE_WITH_LOOK_ALIKES = 0.02;

  /** Below this leaning words are of something else, however near one example is. */
  private static final double AWAY = -0.37;

  /** From this leaning on distress may be further from every example, and behind other things. */
  private static final double CLEAR = 0.15;

  private static final double CLEAR_FROM = 0.6;
  private static final double BEHIND_CROWD = 0.05;

  /** A clause has lost what it was about, so it must be this near, and its crowd ahead by this. */
  private static final double FROM_IN_CLAUSE = 0.78;

  private static final double AHEAD_IN_CLAUSE = 0.04;

  private final Nearness distress;
  private final double leaning;
  private final double nearestOther;
  private final double crowd;
  private final double crowdOfOthers;

  private Distress(Nearness distress, List<Scored> found, Comparison compared) {
    List<Nearness> others =
        compared.boundaries().stream().filter(near -> !near.boundary().meansDistress()).toList();
    this.distress = distress;
    this.leaning = compared.leaning().distress();
    this.nearestOther =
        Math.max(
            found.stream().mapToDouble(scored -> scored.near().nearest()).max().orElse(0),
            others.stream()
                .mapToDouble(near -> Math.max(near.example(), near.lookAlike()))
                .max()
                .orElse(0));
    this.crowd = Signals.crowd(distress.examples().stream());
    this.crowdOfOthers =
        Math.max(
            Signals.guidance(found),
            Signals.crowd(others.stream().flatMap(near -> near.examples().stream())));
  }

  /** The boundary, if a whole text is of distress. */
  static Optional<Nearness> in(List<Scored> found, Comparison compared) {
    return compared.boundaries().stream()
        .filter(near -> near.boundary().meansDistress())
        .filter(near -> new Distress(near, found, compared).isHeard())
        .findFirst();
  }

  /** The boundary, if a clause out of a longer text is of distress; that takes more. */
  static Optional<Nearness> inClause(List<Scored> found, Comparison compared) {
    return in(found, compared).filter(near -> new Distress(near, found, compared).isUnmistakable());
  }

  private boolean isHeard() {
    return (distress.example() >= FROM && (isNearest() || isAmongItsLike()) && leaning > AWAY)
        || isClear();
  }

  private boolean isUnmistakable() {
    double lookAlikes = Signals.crowd(distress.lookAlikes().stream());
    return distress.example() >= FROM_IN_CLAUSE
        && crowd >= Math.max(lookAlikes, crowdOfOthers) + AHEAD_IN_CLAUSE;
  }

  private boolean isNearest() {
    return distress.example() > distress.lookAlike() - TIE_WITH_LOOK_ALIKES
        && distress.example() > nearestOther - TIE;
  }

  /** One look-alike that shares a name or a job must not outweigh many calls for help. */
  private boolean isAmongItsLike() {
    return crowd > Signals.crowd(distress.lookAlikes().stream()) && crowd > crowdOfOthers;
  }

  private boolean isClear() {
    return leaning > CLEAR
        && distress.example() >= CLEAR_FROM
        && crowd > crowdOfOthers - BEHIND_CROWD;
  }
}
