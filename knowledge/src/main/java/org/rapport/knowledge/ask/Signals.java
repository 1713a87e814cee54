package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.rapport.knowledge.ask.Boundaries.Comparison;
import org.rapport.knowledge.ask.Boundaries.Nearness;
import org.rapport.knowledge.ask.Retriever.Scored;
import org.rapport.knowledge.content.Boundary;

/**
 * What speaks for and against answering a question from the guidance. A crowd is the mean cosine of
 * the {@value #CROWD} nearest texts of a kind: one text may be near by chance, so many not.
 *
 * @param score fused score of the best section
 * @param cosine of the nearest section
 * @param margin how much nearer a section, or a look-alike of the same kind, is than any example of
 *     what is not ours; a difference of cosines
 * @param overFar the crowd of guidance less that of examples from other fields
 * @param overNear the crowd of guidance less that of examples from our field that it does not cover
 * @param far how it leans to other fields, all examples weighed together
 * @param near how it leans to what the guidance does not cover, the same way
 */
public record Signals(
    double score,
    double cosine,
    double margin,
    double overFar,
    double overNear,
    double far,
    double near) {
  /** How many texts make a crowd. */
  static final int CROWD = 8;

  /** What {@link #features} are called, in their order. */
  public static final List<String> NAMES =
      List.of("score", "cosine", "margin", "overFar", "overNear", "far", "near");

  static Signals of(List<Scored> found, Comparison compared) {
    double cosine = found.stream().mapToDouble(scored -> scored.near().nearest()).max().orElse(0);
    List<Nearness> others =
        compared.boundaries().stream().filter(near -> !near.boundary().meansDistress()).toList();
    double margin =
        others.stream()
            .mapToDouble(near -> Math.max(cosine, near.lookAlike()) - near.example())
            .min()
            .orElse(cosine);
    double guidance = guidance(found);
    return new Signals(
        found.isEmpty() ? 0 : found.getFirst().score(),
        cosine,
        margin,
        guidance - crowd(examples(others, false)),
        guidance - crowd(examples(others, true)),
        compared.leaning().far(),
        compared.leaning().near());
  }

  /** As numbers of about the same size, for a linear model. */
  public double[] features() {
    return DoubleStream.of(score, cosine, margin, overFar, overNear, far, near)
        .map(x -> x * 10)
        .toArray();
  }

  private static Stream<Double> cosines(Scored scored) {
    return Stream.of(scored.near().own(), scored.near().question(), scored.near().secondQuestion());
  }

  private static Stream<Double> examples(List<Nearness> boundaries, boolean notCovered) {
    return boundaries.stream()
        .filter(near -> near.boundary().reason().equals(Boundary.NOT_COVERED) == notCovered)
        .flatMap(near -> near.examples().stream());
  }

  /**
   * The crowd of guidance: of the sections found, their own texts and the questions they answer.
   */
  static double guidance(List<Scored> found) {
    return crowd(found.stream().flatMap(Signals::cosines));
  }

  static double crowd(Stream<Double> cosines) {
    return cosines
        .sorted(Comparator.reverseOrder())
        .limit(CROWD)
        .mapToDouble(cosine -> cosine)
        .average()
        .orElse(0);
  }
}
