package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the answer that shows the days of a month at a glance. */
final class MonthPages {
  /** Of the days that a step names: more would be too long to read. */
  private static final int MOST_IN_STEP = 6;

  private static final int ANY_YEAR = 2027;

  private final AnswerWording wording;

  MonthPages(AnswerWording wording) {
    this.wording = wording;
  }

  CalendarPage of(int month, List<AwarenessDay> all) {
    List<AwarenessDay> days =
        all.stream()
            .filter(day -> day.timing().month().filter(of -> of == month).isPresent())
            .toList();
    String name = RuleWords.monthName(month);
    Map<String, String> words = Map.of("month", name, "number", String.valueOf(days.size()));
    AnswerWording.Months months = wording.months();
    String shortAnswer = AnswerWording.fill(months.shortAnswer(), words);
    List<String> steps = steps(days);
    List<String> computed = new ArrayList<>(steps);
    computed.add(shortAnswer);
    return new CalendarPage(
        "month-" + name.toLowerCase(Locale.UK),
        "library/calendar/answers.yaml",
        AnswerWording.fill(months.title(), words),
        months.asked().stream().map(line -> AnswerWording.fill(line, words)).toList(),
        shortAnswer,
        steps,
        List.of(months.watchOut()),
        computed,
        months.facts(),
        List.of("any"),
        wording.owner(),
        wording.reviewBy());
  }

  private List<String> steps(List<AwarenessDay> days) {
    AnswerWording.Months months = wording.months();
    List<AwarenessDay> dated = days.stream().filter(MonthPages::hasDate).sorted(byDate()).toList();
    List<AwarenessDay> set = days.stream().filter(day -> !day.timing().isCertain()).toList();
    List<String> steps = new ArrayList<>();
    for (List<AwarenessDay> some : parts(days.stream().filter(MonthPages::isAllMonth).toList())) {
      steps.add(fill(months.allMonth(), TimingWords.listed(names(some))));
    }
    for (List<AwarenessDay> some : parts(dated)) {
      steps.add(
          fill(months.fixed(), String.join(". ", some.stream().map(MonthPages::dated).toList())));
    }
    for (List<AwarenessDay> some : parts(set)) {
      steps.add(fill(months.setEachYear(), TimingWords.listed(names(some))));
    }
    return steps;
  }

  /** Parts of about the same length. */
  private static List<List<AwarenessDay>> parts(List<AwarenessDay> days) {
    int parts = (days.size() + MOST_IN_STEP - 1) / MOST_IN_STEP;
    return IntStream.range(0, parts)
        .mapToObj(
            part -> days.subList(part * days.size() / parts, (part + 1) * days.size() / parts))
        .toList();
  }

  private static String fill(String text, String days) {
    return AnswerWording.fill(text, Map.of("days", days));
  }

  private static List<String> names(List<AwarenessDay> days) {
    return days.stream().map(DayPages::calledShort).toList();
  }

  private static String dated(AwarenessDay day) {
    return switch (day.timing()) {
      case Timing.Fixed fixed -> briefly(fixed) + ": " + DayPages.calledShort(day);
      case Timing.SetEachYear _ -> DayPages.calledShort(day);
    };
  }

  private static String briefly(Timing.Fixed timing) {
    String words = RuleWords.of(timing);
    String month = " of " + RuleWords.monthName(timing.rule().month());
    return words.replace(month, "");
  }

  private static boolean isAllMonth(AwarenessDay day) {
    return day.timing() instanceof Timing.Fixed fixed
        && fixed.length() instanceof Length.RestOfMonth;
  }

  private static boolean hasDate(AwarenessDay day) {
    return day.timing().isCertain() && !isAllMonth(day);
  }

  private static Comparator<AwarenessDay> byDate() {
    return Comparator.comparing(
        day -> day.timing().expectedIn(ANY_YEAR).map(Span::first).orElse(LocalDate.MAX));
  }
}
