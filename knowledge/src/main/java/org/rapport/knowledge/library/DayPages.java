package org.rapport.knowledge.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the answer for each day of the calendar. */
final class DayPages {
  private static final int MOST_STEPS = 4;
  private static final int MOST_WATCH_OUTS = 3;
  private static final int MOST_ASKED = 6;
  private static final int MOST_FACTS = 8;

  /** What a name says in brackets, or after a semicolon, nobody asks for. */
  private static final Pattern ASIDE = Pattern.compile("\\s*[(;].*");

  private final AnswerWording wording;
  private final TimingWords timings;

  DayPages(AnswerWording wording) {
    this.wording = wording;
    this.timings = new TimingWords(wording);
  }

  CalendarPage of(AwarenessDay day) {
    Set<String> traits = Trait.of(day);
    List<AnswerWording.Line> steps = lines(wording.steps(), traits, MOST_STEPS);
    List<AnswerWording.Line> watchOuts = lines(wording.watchOuts(), traits, MOST_WATCH_OUTS);
    String when = timings.of(day);
    return new CalendarPage(
        "day-" + day.id(),
        day.file(),
        day.name(),
        asked(day, traits),
        shortAnswer(day, when),
        said(steps, day),
        watchOuts(watchOuts, day),
        day.timing().isCertain() ? List.of(when) : List.of(),
        facts(day, steps, watchOuts),
        day.positions(),
        wording.owner(),
        wording.reviewBy());
  }

  private String shortAnswer(AwarenessDay day, String when) {
    List<String> parts = new ArrayList<>(List.of(when));
    if (!day.hashtags().isEmpty()) {
      parts.add(tags(day));
    }
    parts.add(wording.sentence("idea", Map.of("angle", day.angle())));
    return String.join(" ", parts);
  }

  private String tags(AwarenessDay day) {
    List<String> tags = day.hashtagsIn(yearOfTags(day));
    String said =
        wording.sentence(
            tags.size() == 1 ? "one-tag" : "more-tags", Map.of("tags", TimingWords.listed(tags)));
    return tags.equals(day.hashtags())
        ? said
        : said + " " + wording.sentence("tag-of-year", Map.of());
  }

  private int yearOfTags(AwarenessDay day) {
    return switch (day.timing()) {
      case Timing.Fixed fixed -> timings.next(fixed).getFirst().first().getYear();
      case Timing.SetEachYear _ -> wording.from().getYear() + 1;
    };
  }

  private List<String> asked(AwarenessDay day, Set<String> traits) {
    Set<String> asked = new LinkedHashSet<>(day.asked());
    lines(wording.asked(), traits, MOST_ASKED).forEach(line -> asked.add(fill(line, day)));
    return asked.stream().limit(MOST_ASKED).toList();
  }

  private static List<String> watchOuts(List<AnswerWording.Line> lines, AwarenessDay day) {
    List<String> watchOuts = new ArrayList<>();
    day.organiserNote().ifPresent(watchOuts::add);
    watchOuts.addAll(said(lines, day));
    return watchOuts.stream().limit(MOST_WATCH_OUTS).toList();
  }

  private static List<String> facts(
      AwarenessDay day, List<AnswerWording.Line> steps, List<AnswerWording.Line> watchOuts) {
    Set<String> facts = new LinkedHashSet<>(day.facts());
    steps.forEach(line -> facts.addAll(line.facts()));
    watchOuts.forEach(line -> facts.addAll(line.facts()));
    return facts.stream().limit(MOST_FACTS).toList();
  }

  private static List<AnswerWording.Line> lines(
      List<AnswerWording.Line> lines, Set<String> traits, int most) {
    return lines.stream().filter(line -> line.suits(traits)).limit(most).toList();
  }

  private static List<String> said(List<AnswerWording.Line> lines, AwarenessDay day) {
    return lines.stream().map(line -> fill(line, day)).toList();
  }

  private static String fill(AnswerWording.Line line, AwarenessDay day) {
    return AnswerWording.fill(
        line.say(),
        Map.of("name", calledShort(day), "organiser", day.organiser().orElse("the organiser")));
  }

  /** A name as people say it. */
  static String calledShort(AwarenessDay day) {
    return ASIDE.matcher(day.name()).replaceFirst("");
  }
}
