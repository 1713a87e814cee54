package org.rapport.knowledge.library;

/** What a post is for. */
public sealed interface Occasion {
  /** For no day and no situation in particular. */
  record Any() implements Occasion {}

  /**
   * For a day of the calendar.
   *
   * @param id of the day
   */
  record OfDay(String id) implements Occasion {}

  /**
   * For a situation.
   *
   * @param id of the situation
   */
  record OfSituation(String id) implements Occasion {}
}
