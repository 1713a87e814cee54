package org.rapport.knowledge.library;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads the stages. */
final class StageReader {
  private static final Set<String> KEYS =
      Set.of(
          "stage", "id", "name", "in-short", "good-looks-like", "next", "plan", "checks", "facts");
  private static final Set<String> SIGN_KEYS = Set.of("what", "facts");
  private static final Set<String> TASK_KEYS = Set.of("week", "do", "minutes", "guidance", "facts");
  private static final Set<String> CHECK_KEYS =
      Set.of("id", "check", "minutes", "guidance", "facts");
  private static final int LAST_STAGE = 5;
  private static final int LAST_WEEK = 99;
  private static final int FEWEST_TASKS = 8;
  private static final int FEWEST_CHECKS = 10;
  private static final int LONGEST_TASK_MINUTES = 60;
  private static final int LONGEST_CHECK_MINUTES = 10;

  private final EntryRules ids;
  private final EntryRules checkIds;
  private final Problems problems;

  StageReader(KnownIds known, Problems problems) {
    this.ids = new EntryRules(known);
    this.checkIds = new EntryRules(known);
    this.problems = problems;
  }

  Stage read(String file, List<String> lines) {
    Yaml yaml = Yaml.read(String.join("\n", lines), file, 1, KEYS, problems);
    Stage stage =
        new Stage(
            yaml.number("stage", 0, LAST_STAGE),
            ids.id(yaml),
            yaml.text("name"),
            yaml.text("in-short"),
            yaml.maps("good-looks-like", SIGN_KEYS).stream().map(this::sign).toList(),
            yaml.text("next"),
            yaml.maps("plan", TASK_KEYS).stream().map(this::task).toList(),
            yaml.maps("checks", CHECK_KEYS).stream().map(this::check).toList(),
            ids.facts(yaml));
    checkPlan(stage, yaml);
    if (stage.checks().size() < FEWEST_CHECKS) {
      yaml.problem("'checks': expected " + FEWEST_CHECKS + " or more");
    }
    return stage;
  }

  private static void checkPlan(Stage stage, Yaml yaml) {
    if (stage.plan().size() < FEWEST_TASKS) {
      yaml.problem("'plan': expected " + FEWEST_TASKS + " or more weeks");
    }
    Set<Integer> weeks =
        stage.plan().stream().map(Stage.Task::week).collect(Collectors.toCollection(TreeSet::new));
    List<Integer> expected = IntStream.rangeClosed(1, weeks.size()).boxed().toList();
    if (!List.copyOf(weeks).equals(expected)) {
      yaml.problem("'plan': expected weeks from 1 without gaps, found " + weeks);
    }
  }

  private Stage.Sign sign(Yaml sign) {
    return new Stage.Sign(sign.text("what"), ids.facts(sign));
  }

  private Stage.Task task(Yaml task) {
    return new Stage.Task(
        task.number("week", 1, LAST_WEEK),
        task.text("do"),
        task.number("minutes", 1, LONGEST_TASK_MINUTES),
        ids.oneGuidance(task),
        ids.facts(task));
  }

  private Stage.SmallCheck check(Yaml check) {
    return new Stage.SmallCheck(
        checkIds.id(check),
        check.text("check"),
        check.number("minutes", 1, LONGEST_CHECK_MINUTES),
        ids.oneGuidance(check),
        ids.facts(check));
  }
}
