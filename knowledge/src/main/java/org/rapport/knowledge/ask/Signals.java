package org.rapport.knowledge.ask;

import java.util.List;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;

/**
 * What speaks for and against answering a question from the guidance.
 *
 * @param score fused score of the best section
 * @param cosine of the nearest section
 * @param words BM25 score of the best section
 * @param margin how much nearer a section, or a look-alike of the same kind, is than any example of
 *     what is not ours; a difference of cosines
 */
public record Signals(double score, double cosine, double words, double margin) {

  static Signals of(List<Scored> found, List<Nearness> boundaries) {
    double cosine = found.stream().mapToDouble(Scored::nearest).max().orElse(0);
    double margin =
        boundaries.stream()
            .filter(near -> !near.boundary().meansDistress())
            .mapToDouble(near -> Math.max(cosine, near.lookAlike()) - near.example())
            .min()
            .orElse(cosine);
    return new Signals(
        found.isEmpty() ? 0 : found.getFirst().score(),
        cosine,
        found.isEmpty() ? 0 : found.getFirst().words(),
        margin);
  }

  /** As numbers of about the same size, for a linear model. */
  public double[] features() {
    return new double[] {score * 10, cosine * 10, Retriever.match(words) * 10, margin * 10};
  }
}
