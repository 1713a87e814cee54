package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.util.List;

/**
 * An answer made from the calendar: a day, or a month at a glance.
 *
 * @param id unique among all sections of guidance
 * @param file that it comes from, inside the content folder
 * @param computed the part of its words that the rules gave, and no fact has
 * @param facts ids of the facts that it rests on
 * @param owner who keeps it right
 * @param reviewBy when it must be looked at again
 */
public record CalendarPage(
    String id,
    String file,
    String title,
    List<String> asked,
    String shortAnswer,
    List<String> steps,
    List<String> watchOuts,
    List<String> computed,
    List<String> facts,
    List<String> positions,
    String owner,
    LocalDate reviewBy) {

  public CalendarPage {
    asked = List.copyOf(asked);
    steps = List.copyOf(steps);
    watchOuts = List.copyOf(watchOuts);
    computed = List.copyOf(computed);
    facts = List.copyOf(facts);
    positions = List.copyOf(positions);
  }
}
