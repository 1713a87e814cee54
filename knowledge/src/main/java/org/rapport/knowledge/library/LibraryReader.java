package org.rapport.knowledge.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.knowledge.reading.Problems;

/** Reads the library of a content folder; whatever is wrong in it is noted. */
public final class LibraryReader {
  private static final String CALENDAR = "library/calendar/";
  private static final String ANSWERS = CALENDAR + "answers.yaml";
  private static final int MONTHS = 12;

  private final KnownIds known;
  private final Problems problems;

  /**
   * @param known what the entries may refer to
   */
  public LibraryReader(KnownIds known, Problems problems) {
    this.known = known;
    this.problems = problems;
  }

  /**
   * Reads it.
   *
   * @param files the YAML of the folder {@code library}: path inside the content folder, and lines
   */
  public Library read(Map<String, List<String>> files) {
    return new Library(calendar(files));
  }

  private AwarenessCalendar calendar(Map<String, List<String>> files) {
    CalendarReader reader = new CalendarReader(known, problems);
    List<AwarenessDay> days = new ArrayList<>();
    files.forEach((file, lines) -> {
      if (file.startsWith(CALENDAR) && !file.equals(ANSWERS)) {
        days.addAll(reader.read(file, lines));
      }
    });
    if (days.isEmpty()) {
      return AwarenessCalendar.EMPTY;
    }
    AnswerWording wording =
        new AnswerWordingReader(known, problems)
            .read(ANSWERS, files.getOrDefault(ANSWERS, List.of()));
    return problems.none()
        ? new AwarenessCalendar(days, pages(days, wording))
        : AwarenessCalendar.EMPTY;
  }

  private static List<CalendarPage> pages(List<AwarenessDay> days, AnswerWording wording) {
    DayPages dayPages = new DayPages(wording);
    MonthPages monthPages = new MonthPages(wording);
    return Stream.concat(
            days.stream().map(dayPages::of),
            IntStream.rangeClosed(1, MONTHS).mapToObj(month -> monthPages.of(month, days)))
        .toList();
  }
}
