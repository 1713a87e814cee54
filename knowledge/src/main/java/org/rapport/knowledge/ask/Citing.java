package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.ask.Page.Origin;

/**
 * Which sources of a section an answer shows: the one that bears most on the question, as one that
 * backs only a side remark would mislead; and beside advice of our own a published one as near.
 */
final class Citing {
  /** In cosines. Of 200 citations judged by hand, two in five of those further off do not bear. */
  private static final double AS_NEAR = 0.02;

  private record Weighed(Origin origin, double bearing) {
    boolean isPublished() {
      return !origin.url().isEmpty();
    }
  }

  private Citing() {}

  /** The citations of an answer, the one that bears most first. */
  static List<Citation> of(Page page, float[] question, Boundaries boundaries) {
    List<Weighed> weighed =
        page.origins().stream()
            .map(origin -> new Weighed(origin, boundaries.bearing(question, origin.facts())))
            .sorted(Comparator.comparingDouble(Weighed::bearing).reversed())
            .toList();
    return Stream.concat(weighed.stream().limit(1), besideOwnAdvice(weighed))
        .map(each -> page.citation(each.origin()))
        .toList();
  }

  private static Stream<Weighed> besideOwnAdvice(List<Weighed> weighed) {
    return weighed.stream()
        .limit(1)
        .filter(first -> !first.isPublished())
        .flatMap(first ->
            weighed.stream()
                .filter(each -> each.isPublished() && each.bearing() >= first.bearing() - AS_NEAR)
                .limit(1));
  }
}
