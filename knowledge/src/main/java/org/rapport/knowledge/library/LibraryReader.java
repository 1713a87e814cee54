package org.rapport.knowledge.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rapport.knowledge.reading.Problems;

/** Reads the library of a content folder; whatever is wrong in it is noted. */
public final class LibraryReader {
  private static final String CALENDAR = "library/calendar/";
  private static final String ANSWERS = CALENDAR + "answers.yaml";
  private static final String POSTS = "library/posts/";
  private static final String NETWORKS = "library/networks/";
  private static final String SITUATIONS = "library/situations.yaml";
  private static final String ALWAYS_CHECK = "library/always-check.yaml";
  private static final String STAGES = "library/stages/";
  private static final String SELF_ASSESSMENT = STAGES + "self-assessment.yaml";
  private static final String ROLES = STAGES + "roles.yaml";
  private static final int MONTHS = 12;
  private static final List<Integer> ALL_STAGES = List.of(0, 1, 2, 3, 4, 5);

  private final KnownIds known;
  private final Problems problems;
  private final ShortListsReader shortLists;
  private final Map<String, List<String>> files;

  private LibraryReader(KnownIds known, Map<String, List<String>> files, Problems problems) {
    this.known = known;
    this.problems = problems;
    this.shortLists = new ShortListsReader(known, problems);
    this.files = new TreeMap<>(files);
  }

  /**
   * Reads it.
   *
   * @param known what the entries may refer to
   * @param files the YAML of the folder {@code library}: path inside the content folder, and lines
   */
  public static Library read(KnownIds known, Map<String, List<String>> files, Problems problems) {
    return new LibraryReader(known, files, problems).read();
  }

  private Library read() {
    AwarenessCalendar calendar = calendar();
    List<Situation> situations = listIn(SITUATIONS, shortLists::situations);
    List<Check> alwaysCheck = listIn(ALWAYS_CHECK, shortLists::alwaysCheck);
    Optional<Journey> journey = journey();
    PostReader posts = new PostReader(known, postRules(calendar, situations), problems);
    NetworkReader networks = new NetworkReader(known, problems);
    Library library =
        new Library(
            calendar,
            listsUnder(POSTS, posts::read),
            situations,
            alwaysCheck,
            listsUnder(NETWORKS, networks::read),
            journey);
    files.keySet().forEach(file -> problems.add(file, 0, "No kind of entry has its place here"));
    checkSituations(library);
    return library;
  }

  private AwarenessCalendar calendar() {
    Optional<AnswerWording> wording =
        Optional.ofNullable(files.remove(ANSWERS))
            .map(lines -> new AnswerWordingReader(known, problems).read(ANSWERS, lines));
    List<AwarenessDay> days = listsUnder(CALENDAR, new CalendarReader(known, problems)::read);
    if (!days.isEmpty() && wording.isEmpty()) {
      problems.add(ANSWERS, 0, "Expected how the days become answers");
    }
    // What is half read makes no pages.
    List<CalendarPage> pages =
        wording.filter(_ -> problems.none()).map(words -> pages(days, words)).orElse(List.of());
    return new AwarenessCalendar(days, pages);
  }

  private static List<CalendarPage> pages(List<AwarenessDay> days, AnswerWording wording) {
    DayPages dayPages = new DayPages(wording);
    MonthPages monthPages = new MonthPages(wording);
    return Stream.concat(
            days.stream().map(dayPages::of),
            IntStream.rangeClosed(1, MONTHS).mapToObj(month -> monthPages.of(month, days)))
        .toList();
  }

  private static PostRules postRules(AwarenessCalendar calendar, List<Situation> situations) {
    Set<String> ids = situations.stream().map(Situation::id).collect(Collectors.toSet());
    return new PostRules(calendar.days(), ids);
  }

  private Optional<Journey> journey() {
    Optional<SelfAssessment> assessment =
        Optional.ofNullable(files.remove(SELF_ASSESSMENT))
            .map(lines -> new SelfAssessmentReader(known, problems).read(SELF_ASSESSMENT, lines));
    List<Role> roles = listIn(ROLES, shortLists::roles);
    StageReader reader = new StageReader(known, problems);
    List<Stage> stages =
        listsUnder(STAGES, (file, lines) -> List.of(reader.read(file, lines))).stream()
            .sorted(Comparator.comparingInt(Stage::number))
            .toList();
    if (stages.isEmpty() && roles.isEmpty() && assessment.isEmpty()) {
      return Optional.empty();
    }
    if (!stages.stream().map(Stage::number).toList().equals(ALL_STAGES) || assessment.isEmpty()) {
      problems.add(STAGES, 0, "Expected the stages 0 to 5, once each, and a self-assessment");
    }
    return assessment.map(questions -> new Journey(stages, questions, roles));
  }

  private void checkSituations(Library library) {
    Set<Occasion> used =
        library.posts().stream().map(SuggestedPost::occasion).collect(Collectors.toSet());
    library.situations().stream()
        .map(Situation::id)
        .filter(id -> !used.contains(new Occasion.OfSituation(id)))
        .forEach(id -> problems.add(SITUATIONS, 0, "No post is for the situation " + id));
  }

  private <T> List<T> listIn(String file, BiFunction<String, List<String>, List<T>> reader) {
    List<String> lines = files.remove(file);
    return lines == null ? List.of() : reader.apply(file, lines);
  }

  private <T> List<T> listsUnder(String folder, BiFunction<String, List<String>, List<T>> reader) {
    List<T> all = new ArrayList<>();
    for (String file : List.copyOf(files.keySet())) {
      if (file.startsWith(folder)) {
        all.addAll(listIn(file, reader));
      }
    }
    return all;
  }
}
