package org.rapport.knowledge.ask;

import java.util.Comparator;
import java.util.List;
import org.rapport.knowledge.Citation;
import org.rapport.knowledge.ask.FactTable.Asked;
import org.rapport.knowledge.ask.Page.Origin;

/**
 * Which source of a section an answer shows: the one that bears most on the question, as one that
 * backs only a side remark would mislead. There is no second one: of six judged by hand, two bore.
 */
final class Citing {
  /** How much nearer a fact must be to go before the one that its section names just before it. */
  private static final double A_PLACE = 0.05;

  private static final int LAST_PLACE = 5;

  private final FactTable facts;
  private final Asked question;
  private final List<String> order;

  private Citing(FactTable facts, Asked question, List<String> order) {
    this.facts = facts;
    this.question = question;
    this.order = order;
  }

  /**
   * The citation of an answer; none if its section has no source.
   *
   * @param order the ids of the section's facts, the most central first
   */
  static List<Citation> of(Page page, List<String> order, Asked question, FactTable facts) {
    Citing citing = new Citing(facts, question, order);
    return page.origins().stream()
        .max(Comparator.comparingDouble(citing::bearing))
        .map(page::citation)
        .stream()
        .toList();
  }

  /** That of its fact that bears most; what rests on no fact rests on itself. */
  private double bearing(Origin origin) {
    return origin.facts().stream().mapToDouble(this::bearing).max().orElse(1);
  }

  private double bearing(String fact) {
    return facts.bearing(question, fact) - A_PLACE * Math.min(order.indexOf(fact), LAST_PLACE);
  }
}
