package org.rapport.knowledge.content;

import java.util.List;
import java.util.Optional;
import org.rapport.knowledge.library.CalendarPage;

/** Makes sections of guidance from the answers of the calendar, so that people can ask for days. */
final class CalendarSections {
  private static final List<Integer> STAGES = List.of(1, 2, 3, 4, 5);

  private CalendarSections() {}

  static Section of(CalendarPage page) {
    return new Section(
        page.id(),
        document(page.file()),
        page.title(),
        page.asked(),
        page.shortAnswer(),
        page.steps(),
        page.watchOuts(),
        Optional.empty(),
        page.facts(),
        page.positions(),
        STAGES,
        page.owner(),
        page.reviewBy(),
        List.of());
  }

  private static String document(String file) {
    return file.replaceFirst("^library/", "").replaceFirst("\\.yaml$", "");
  }
}
