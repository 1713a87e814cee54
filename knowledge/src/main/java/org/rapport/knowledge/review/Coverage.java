package org.rapport.knowledge.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapport.knowledge.content.Content;

/**
 * Which facts no section uses, for the chapters of facts that {@code review/coverage.txt} names. A
 * chapter is what the ids of its facts start with, such as {@code F-2}.
 */
final class Coverage {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int DIGITS = 9;

  private final Set<String> used;
  private final Map<String, List<String>> chapters;

  Coverage(Content content) {
    used =
        content.sections().stream()
            .flatMap(section -> section.facts().stream())
            .collect(Collectors.toSet());
    chapters =
        content.facts().keySet().stream()
            .sorted(Comparator.comparing(Coverage::withLongNumbers))
            .collect(Collectors.groupingBy(id -> id.split("\\.", 2)[0]));
  }

  /** An id that sorts by its numbers: the ninth fact before the tenth. */
  private static String withLongNumbers(String id) {
    return NUMBER
        .matcher(id)
        .replaceAll(number -> "0".repeat(Math.max(0, DIGITS - number.group().length())) + "$0");
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    new TreeMap<>(WordLists.numbers("coverage.txt"))
        .forEach((chapter, percent) ->
            remarks.addAll(of(chapter, chapters.getOrDefault(chapter, List.of()), percent)));
    return remarks;
  }

  private List<Remark> of(String chapter, List<String> facts, int percent) {
    List<Remark> remarks = new ArrayList<>();
    facts.stream()
        .filter(id -> !used.contains(id))
        .forEach(id ->
            remarks.add(new Remark(Remark.Kind.UNUSED_FACT, "facts#" + id, "no section uses it")));
    int unused = remarks.size();
    if (100 * (facts.size() - unused) < percent * facts.size()) {
      String words =
          "%d of %d facts are used; at least %d%% must be"
              .formatted(facts.size() - unused, facts.size(), percent);
      remarks.add(new Remark(Remark.Kind.COVERAGE, "facts#" + chapter, words));
    }
    return remarks;
  }
}
