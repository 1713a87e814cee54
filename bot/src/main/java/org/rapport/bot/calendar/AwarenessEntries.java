package org.rapport.bot.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.people.Position;
import org.rapport.knowledge.library.AwarenessDay;
import org.rapport.knowledge.library.Span;
import org.rapport.knowledge.library.Timing;

/**
 * The awareness days that suit a person. A day that its organiser sets each year stands where it
 * usually is, and says that its date is to be checked; one that moves through the year has no
 * place.
 */
final class AwarenessEntries {
  private static final String ANY = "any";

  private final Wording wording;

  AwarenessEntries(Wording wording) {
    this.wording = wording;
  }

  /** Those that touch some days. */
  List<Entry> in(Span days, Optional<Position> position, List<AwarenessDay> all) {
    return all.stream()
        .filter(day -> suits(day, position))
        .flatMap(day ->
            IntStream.rangeClosed(days.first().getYear() - 1, days.last().getYear())
                .boxed()
                .flatMap(year -> in(year, day)))
        .filter(entry -> touches(entry, days))
        .toList();
  }

  private static boolean suits(AwarenessDay day, Optional<Position> position) {
    return position.isEmpty()
        || day.positions().contains(ANY)
        || day.positions().contains(position.get().id());
  }

  private Stream<Entry> in(int year, AwarenessDay day) {
    String id = day.id() + "-" + year;
    return switch (day.timing()) {
      case Timing.Fixed fixed ->
          Stream.of(
              new Entry(id, new Entry.When.Certain(fixed.in(year)), day.name(), words(day, year)));
      case Timing.SetEachYear set ->
          expected(set, year)
              .map(span ->
                  new Entry(
                      id,
                      new Entry.When.Uncertain(span),
                      wording.words("feed.check", Map.of("name", day.name())),
                      usually(day, set) + "\n" + words(day, year)))
              .stream();
    };
  }

  /** Where it was in that year, or is by the usual rule, or the day to begin to look for it. */
  private static Optional<Span> expected(Timing.SetEachYear set, int year) {
    return set.known().stream()
        .filter(span -> span.first().getYear() == year)
        .findFirst()
        .or(() -> set.expectedIn(year))
        .or(() -> set.window().map(window -> oneDay(window.from().atYear(year))));
  }

  private static Span oneDay(LocalDate day) {
    return new Span(day, day);
  }

  private String usually(AwarenessDay day, Timing.SetEachYear set) {
    return wording.words(
        "feed.usually",
        Map.of(
            "organiser",
            day.organiser().orElse(wording.words("feed.somebody")),
            "usually",
            set.usually()));
  }

  private String words(AwarenessDay day, int year) {
    List<String> lines = new ArrayList<>();
    lines.add(day.angle());
    day.nation()
        .map(nation -> "feed.nation." + nation.name().toLowerCase(Locale.ROOT))
        .map(wording::words)
        .ifPresent(lines::add);
    if (!day.hashtags().isEmpty()) {
      lines.add(String.join(" ", day.hashtagsIn(year)));
    }
    return String.join("\n", lines);
  }

  private static boolean touches(Entry entry, Span days) {
    return switch (entry.when()) {
      case Entry.When.Certain(Span own) -> touches(own, days);
      case Entry.When.Uncertain(Span own) -> touches(own, days);
      case Entry.When.Moment _ -> true;
    };
  }

  private static boolean touches(Span one, Span other) {
    return !one.last().isBefore(other.first()) && !one.first().isAfter(other.last());
  }
}
