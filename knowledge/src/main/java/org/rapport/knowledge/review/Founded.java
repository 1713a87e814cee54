package org.rapport.knowledge.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which figures of a section no fact carries.
 *
 * <p>A figure is founded if one of the section's facts has it in its words, or in the title or date
 * of its source. A day of a month needs that day of that month; a month also counts as part of a
 * day.
 */
final class Founded {
  private Founded() {}

  /**
   * @param blocks what the section shows
   * @param evidence the words of its facts, and the titles and dates of their sources
   * @return the figures without a fact, as the section writes them
   */
  static List<String> missing(List<String> blocks, List<String> evidence) {
    Set<String> known = known(evidence);
    List<String> missing = new ArrayList<>();
    for (String block : blocks) {
      Map<String, String> figures = Figures.toBeFounded(block);
      figures.keySet().removeAll(known);
      missing.addAll(figures.values());
    }
    return missing;
  }

  private static Set<String> known(List<String> evidence) {
    Set<String> known = new HashSet<>();
    for (String text : evidence) {
      known.addAll(Figures.in(text));
    }
    List.copyOf(known).stream()
        .filter(figure -> figure.contains(" "))
        .forEach(date -> known.add(date.substring(date.indexOf(' ') + 1)));
    return known;
  }
}
