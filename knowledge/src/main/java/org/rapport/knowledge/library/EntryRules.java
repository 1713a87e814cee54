package org.rapport.knowledge.library;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapport.knowledge.reading.Yaml;

/** The rules that all kinds of entries share: their id, what they rest on and whom they are for. */
final class EntryRules {
  private static final int MOST_FACTS = 8;
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> AREAS =
      Set.of("finance", "people", "digital", "estates", "primary-care", "allied-health");
  private static final Pattern TAG = Pattern.compile("#[A-Z0-9][\\p{L}\\d]*(\\{year})?");

  private final KnownIds known;
  private final Set<String> seen = new HashSet<>();

  /** For the entries of one kind, whose ids must differ. */
  EntryRules(KnownIds known) {
    this.known = known;
  }

  String id(Yaml entry) {
    String id = entry.text("id");
    if (!ID.matcher(id).matches()) {
      entry.problem("Expected an id of lower-case words and hyphens, found '" + id + "'");
    } else if (!seen.add(id)) {
      entry.problem("The id " + id + " is used twice");
    }
    return id;
  }

  List<String> facts(Yaml entry) {
    return facts(entry, entry.list("facts"));
  }

  /** Facts that may be none. */
  List<String> maybeFacts(Yaml entry) {
    return facts(entry, entry.maybeList("facts"));
  }

  private List<String> facts(Yaml entry, List<String> facts) {
    if (facts.size() > MOST_FACTS) {
      entry.problem("facts: expected 1 to " + MOST_FACTS + ", found " + facts.size());
    }
    unknown(entry, facts, known.facts(), "No fact has the id ");
    return facts;
  }

  List<String> guidance(Yaml entry) {
    List<String> sections = entry.list("guidance");
    unknown(entry, sections, known.sections(), "No section has the id ");
    return sections;
  }

  /** The one section that helps. */
  String oneGuidance(Yaml entry) {
    String section = entry.text("guidance");
    unknown(entry, List.of(section), known.sections(), "No section has the id ");
    return section;
  }

  List<String> positions(Yaml entry) {
    List<String> positions = entry.list("positions");
    unknown(entry, positions, known.positions(), "No position is called ");
    if (positions.contains("any") && positions.size() > 1) {
      entry.problem("positions: expected 'any' alone, or positions without it");
    }
    return positions;
  }

  Set<Integer> stages(Yaml entry) {
    Set<Integer> stages = new HashSet<>();
    for (String stage : entry.list("stages")) {
      if (stage.matches("[0-5]")) {
        stages.add(Integer.valueOf(stage));
      } else {
        entry.problem("Expected stages from 0 to 5, found '" + stage + "'");
      }
    }
    return Set.copyOf(stages);
  }

  Optional<String> area(Yaml entry) {
    Optional<String> area = entry.maybe("area");
    area.ifPresent(name -> unknown(entry, List.of(name), AREAS, "No area is called "));
    return area;
  }

  List<String> hashtags(Yaml entry) {
    List<String> tags = entry.maybeList("hashtags");
    tags.stream()
        .filter(tag -> !TAG.matcher(tag).matches())
        .forEach(tag ->
            entry.problem(
                "Expected a hashtag with a capital for each word, such as #WorldBrailleDay, found '"
                    + tag
                    + "'"));
    return tags;
  }

  private static void unknown(Yaml entry, List<String> ids, Set<String> known, String message) {
    ids.stream().filter(id -> !known.contains(id)).forEach(id -> entry.problem(message + id));
  }
}
