package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads a file of set words for one kind of question. */
final class BoundaryReader {
  private static final Set<String> KEYS =
      Set.of("reason", "say", "go-to", "facts", "examples", "look-alikes");

  private final Map<String, Fact> facts;
  private final Set<String> reasons;
  private final Problems problems;

  BoundaryReader(Map<String, Fact> facts, Set<String> reasons, Problems problems) {
    this.facts = facts;
    this.reasons = reasons;
    this.problems = problems;
  }

  Boundary read(String file, List<String> lines) {
    Yaml yaml = Yaml.read(String.join("\n", lines), file, 1, KEYS, problems);
    Boundary boundary =
        new Boundary(
            yaml.text("reason"),
            yaml.text("say"),
            yaml.list("go-to"),
            yaml.list("facts"),
            yaml.list("examples"),
            yaml.has("look-alikes") ? yaml.list("look-alikes") : List.of());
    if (!reasons.contains(boundary.reason())) {
      problems.add(
          file,
          1,
          "Unknown reason '"
              + boundary.reason()
              + "'; expected one of "
              + reasons.stream().sorted().toList());
    }
    boundary.facts().stream()
        .filter(fact -> !facts.containsKey(fact))
        .forEach(fact -> problems.add(file, 1, "No fact has the id " + fact));
    return boundary;
  }
}
