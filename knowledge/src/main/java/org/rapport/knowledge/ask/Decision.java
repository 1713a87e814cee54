package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.content.Boundary;

/** Decides whether what was found answers the question. */
final class Decision {
  private static final double ANSWER_FROM = 0.42;
  private static final double URGENT_FROM = 0.66;
  private static final double URGENT_MARGIN = 0.03;

  /** What to do with a question. */
  sealed interface Verdict {
    /** Answer with the best section. */
    record Answer(double confidence) implements Verdict {}

    /** Show the closest sections and say whom to ask. */
    record Unsure(double confidence) implements Verdict {}

    /** Say the boundary's words. */
    record Beyond(Boundary boundary, double confidence) implements Verdict {}
  }

  private Decision() {}

  static Verdict decide(List<Scored> found, List<Nearness> boundaries) {
    double cosine = found.stream().mapToDouble(Scored::cosine).max().orElse(0);
    for (Nearness n : boundaries) {
      if (n.boundary().reason().equals(Boundary.URGENT)
          && n.example() > URGENT_FROM
          && n.example() > n.lookAlike() + URGENT_MARGIN
          && n.example() > cosine) {
        return new Verdict.Beyond(n.boundary(), n.example());
      }
    }
    double inside =
        Math.max(cosine, boundaries.stream().mapToDouble(Nearness::lookAlike).max().orElse(0));
    Optional<Nearness> beyond =
        boundaries.stream()
            .filter(n -> !n.boundary().reason().equals(Boundary.URGENT))
            .max(Comparator.comparingDouble(Nearness::example))
            .filter(n -> n.example() > inside);
    if (beyond.isPresent()) {
      return new Verdict.Beyond(beyond.get().boundary(), beyond.get().example());
    }
    double score = found.isEmpty() ? 0 : found.getFirst().score();
    return score >= ANSWER_FROM ? new Verdict.Answer(score) : new Verdict.Unsure(score);
  }
}
