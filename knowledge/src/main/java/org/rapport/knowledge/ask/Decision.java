package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.ask.Boundaries.Comparison;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.content.Boundary;

/** Decides whether what was found answers the question. */
final class Decision {
  private static final Confidence CONFIDENCE = Confidence.fitted();

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

  static Verdict decide(List<Scored> found, Comparison compared) {
    Signals signals = Signals.of(found, compared);
    Optional<Nearness> distress = Distress.in(found, compared);
    if (distress.isPresent()) {
      return new Verdict.Beyond(distress.get().boundary(), distress.get().example());
    }
    double confidence = CONFIDENCE.of(signals);
    if (CONFIDENCE.isEnough(signals)) {
      return new Verdict.Answer(confidence);
    }
    return compared.boundaries().stream()
        .filter(near -> !near.boundary().meansDistress())
        .max(Comparator.comparingDouble(Nearness::example))
        .filter(near -> !near.boundary().reason().equals(Boundary.NOT_COVERED))
        .filter(near -> near.example() > signals.cosine())
        .<Verdict>map(near -> new Verdict.Beyond(near.boundary(), 1 - confidence))
        .orElseGet(() -> new Verdict.Unsure(confidence));
  }
}
