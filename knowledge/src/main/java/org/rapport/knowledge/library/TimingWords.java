package org.rapport.knowledge.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says when a day is: the rule in words, and the next dates where they are certain. */
final class TimingWords {
  private final AnswerWording wording;

  TimingWords(AnswerWording wording) {
    this.wording = wording;
  }

  String of(AwarenessDay day) {
    return switch (day.timing()) {
      case Timing.Fixed fixed -> fixed(day, fixed);
      case Timing.SetEachYear set -> setEachYear(day, set);
    };
  }

  /** The next days of a fixed timing. */
  List<Span> next(Timing.Fixed timing) {
    return Stream.iterate(wording.from().getYear(), year -> year + 1)
        .map(timing::in)
        .filter(span -> !span.last().isBefore(wording.from()))
        .limit(wording.dates())
        .toList();
  }

  private String fixed(AwarenessDay day, Timing.Fixed timing) {
    List<Span> next = next(timing);
    String rule = RuleWords.of(timing);
    boolean isOneDay = next.getFirst().isOneDay();
    String when;
    if (!timing.rule().isSameDate()) {
      when =
          wording.sentence(
              "other-date",
              Map.of("rule", rule, "dates", listed(next.stream().map(DateWords::span).toList())));
    } else if (isOneDay) {
      List<String> weekdays = next.stream().map(span -> weekday(span.first())).toList();
      when = wording.sentence("same-date", Map.of("rule", rule, "dates", listed(weekdays)));
    } else {
      when = wording.sentence("every-year", Map.of("rule", rule));
    }
    return day.since().map(since -> when + " " + since(since, next)).orElse(when);
  }

  private String since(int since, List<Span> next) {
    List<String> ages = new ArrayList<>();
    for (Span span : next) {
      int year = span.first().getYear();
      ages.add((year - since) + " in " + year);
    }
    return wording.sentence("since", Map.of("since", String.valueOf(since), "ages", listed(ages)));
  }

  private static String weekday(LocalDate date) {
    return "a " + DateWords.weekday(date) + " in " + date.getYear();
  }

  private String setEachYear(AwarenessDay day, Timing.SetEachYear set) {
    String usual =
        day.organiser()
            .map(organiser ->
                wording.sentence(
                    "set-by-organiser", Map.of("usually", set.usually(), "organiser", organiser)))
            .orElseGet(
                () -> wording.sentence(withoutOrganiser(set), Map.of("usually", set.usually())));
    return set.known().stream()
        .max(Comparator.comparing(Span::first))
        .map(last -> usual + " " + known(last))
        .orElse(usual);
  }

  private static String withoutOrganiser(Timing.SetEachYear set) {
    return set.month().isPresent() ? "set-by-nobody" : "moves";
  }

  private String known(Span last) {
    return wording.sentence(
        "known",
        Map.of(
            "year", String.valueOf(last.first().getYear()), "days", DateWords.withoutYear(last)));
  }

  /** Words in a row: "one, two and three". */
  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
