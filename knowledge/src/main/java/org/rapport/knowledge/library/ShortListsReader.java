package org.rapport.knowledge.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads the lists that are one file each: situations, what is always checked, and roles. */
final class ShortListsReader {
  private static final Set<String> SITUATION_KEYS = Set.of("id", "when", "offered");
  private static final Set<String> CHECK_KEYS = Set.of("check", "guidance", "facts");
  private static final Set<String> ROLE_KEYS =
      Set.of("position", "good", "next", "guidance", "facts");

  private final EntryRules rules;
  private final KnownIds known;
  private final Problems problems;

  ShortListsReader(KnownIds known, Problems problems) {
    this.rules = new EntryRules(known);
    this.known = known;
    this.problems = problems;
  }

  List<Situation> situations(String file, List<String> lines) {
    return Yaml.readAll(lines, file, SITUATION_KEYS, problems).stream()
        .flatMap(entry ->
            entry.constant("offered", Situation.Offered.class).stream()
                .map(offered -> new Situation(rules.id(entry), entry.text("when"), offered)))
        .toList();
  }

  List<Check> alwaysCheck(String file, List<String> lines) {
    return Yaml.readAll(lines, file, CHECK_KEYS, problems).stream()
        .map(entry -> new Check(entry.text("check"), rules.oneGuidance(entry), rules.facts(entry)))
        .toList();
  }

  List<Role> roles(String file, List<String> lines) {
    Set<String> missing = new HashSet<>(known.positions());
    missing.remove("any");
    List<Role> roles =
        Yaml.readAll(lines, file, ROLE_KEYS, problems).stream()
            .map(entry -> role(entry, missing))
            .toList();
    missing.stream()
        .sorted()
        .forEach(position -> problems.add(file, 0, "Expected an entry for " + position));
    return roles;
  }

  private Role role(Yaml entry, Set<String> missing) {
    String position = entry.text("position");
    if (!missing.remove(position)) {
      entry.problem("'position': expected each position once, found '" + position + "'");
    }
    return new Role(
        position,
        entry.text("good"),
        entry.text("next"),
        rules.oneGuidance(entry),
        rules.facts(entry));
  }
}
