package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.ask.FactTable.Asked;
import org.rapport.knowledge.ask.Page.Origin;

/**
 * Which sources of a section an answer shows: the one that bears most on the question, as one that
 * backs only a side remark would mislead; and beside advice of our own a published one as near.
 */
final class Citing {
  /** How much nearer a fact must be to go before the one that its section names just before it. */
  private static final double A_PLACE = 0.06;

  private static final int LAST_PLACE = 5;

  /** In cosines. Of 200 citations judged by hand, two in five of those further off do not bear. */
  private static final double AS_NEAR = 0.02;

  private final FactTable facts;
  private final Asked question;
  private final List<String> order;

  private record Weighed(Origin origin, double bearing) {
    boolean isPublished() {
      return !origin.url().isEmpty();
    }
  }

  private Citing(FactTable facts, Asked question, List<String> order) {
    this.facts = facts;
    this.question = question;
    this.order = order;
  }

  /**
   * The citations of an answer, the one that bears most first.
   *
   * @param order the ids of the section's facts, the most central first
   */
  static List<Citation> of(Page page, List<String> order, Asked question, FactTable facts) {
    Citing citing = new Citing(facts, question, order);
    List<Weighed> weighed =
        page.origins().stream()
            .map(origin -> new Weighed(origin, citing.bearing(origin)))
            .sorted(Comparator.comparingDouble(Weighed::bearing).reversed())
            .toList();
    return Stream.concat(weighed.stream().limit(1), besideOwnAdvice(weighed))
        .map(each -> page.citation(each.origin()))
        .toList();
  }

  /** That of its fact that bears most; what rests on no fact rests on itself. */
  private double bearing(Origin origin) {
    return origin.facts().stream().mapToDouble(this::bearing).max().orElse(1);
  }

  private double bearing(String fact) {
    return facts.bearing(question, fact) - A_PLACE * Math.min(order.indexOf(fact), LAST_PLACE);
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
