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

  /** Below this leaning words are a look-alike's, unless one example is nearer by a clear lead. */
  private static final double AWAY = -0.2;

  private static final double CLEAR_LEAD = 0.05;

  /** From this leaning on distress may be further than other things by so much. */
  private static final double CLEAR = 0.3;

  private static final double BEHIND_NEAREST = 0.05;
  private static final double BEHIND_CROWD = 0.03;

  /** A clause has lost what it was about, so it must be this near, and its crowd ahead by this. */
  private static final double FROM_IN_CLAUSE = 0.78;

  private static final double AHEAD_IN_CLAUSE = 0.04;

  private final Nearness distress;
  private final double nearestOther;
  private final double crowd;
  private final double crowdOfOthers;

  private Distress(Nearness distress, List<Scored> found, List<Nearness> boundaries) {
    List<Nearness> others =
        boundaries.stream().filter(near -> !near.boundary().meansDistress()).toList();
    this.distress = distress;
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
  static Optional<Nearness> in(List<Scored> found, List<Nearness> boundaries) {
    return boundaries.stream()
        .filter(near -> near.boundary().meansDistress())
        .filter(near -> new Distress(near, found, boundaries).isHeard())
        .findFirst();
  }

  /** The boundary, if a clause out of a longer text is of distress; that takes more. */
  static Optional<Nearness> inClause(List<Scored> found, List<Nearness> boundaries) {
    return in(found, boundaries)
        .filter(near -> new Distress(near, found, boundaries).isUnmistakable());
  }

  private boolean isHeard() {
    return distress.example() >= FROM
        && (((isNearest() || isAmongItsLike()) && isNoLookAlike()) || isClear());
  }

  private boolean isUnmistakable() {
    double lookAlikes = Signals.crowd(distress.lookAlikes().stream());
    return distress.example() >= FROM_IN_CLAUSE
        && crowd >= Math.max(lookAlikes, crowdOfOthers) + AHEAD_IN_CLAUSE;
  }

  private boolean isNearest() {
    return distress.example() > distress.lookAlike() + OVER_LOOK_ALIKES
        && distress.example() > nearestOther - TIE;
  }

  /** One look-alike that shares a name or a job must not outweigh many calls for help. */
  private boolean isAmongItsLike() {
    return crowd > Signals.crowd(distress.lookAlikes().stream()) && crowd > crowdOfOthers;
  }

  private boolean isNoLookAlike() {
    return distress.leaning() > AWAY || distress.example() > distress.lookAlike() + CLEAR_LEAD;
  }

  private boolean isClear() {
    return distress.leaning() > CLEAR
        && distress.example() > nearestOther - BEHIND_NEAREST
        && crowd > crowdOfOthers - BEHIND_CROWD;
  }
}
