package org.rapport.knowledge.library;

import java.util.List;
import java.util.Optional;

/**
 * The days that leaders may mark, and the answers made from them.
 *
 * @param days in the order of the files
 * @param pages one for each day, then one for each month; none without days
 */
public record AwarenessCalendar(List<AwarenessDay> days, List<CalendarPage> pages) {
  /** A calendar without days. */
  public static final AwarenessCalendar EMPTY = new AwarenessCalendar(List.of(), List.of());

  public AwarenessCalendar {
    days = List.copyOf(days);
    pages = List.copyOf(pages);
  }

  /** The page with this id. */
  public Optional<CalendarPage> page(String id) {
    return pages.stream().filter(page -> page.id().equals(id)).findFirst();
  }
}
