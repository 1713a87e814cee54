package org.rapport.knowledge.library;

import java.util.List;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads the questions that place a person on the journey. */
final class SelfAssessmentReader {
  private static final Set<String> KEYS =
      Set.of("about", "questions", "places", "hold-at", "held", "guidance", "facts");
  private static final Set<String> ASK_KEYS =
      Set.of("id", "ask", "answers", "holds", "guidance", "facts");
  private static final Set<String> PLACE_KEYS = Set.of("stage", "from", "to");
  private static final int LAST_STAGE = 5;
  private static final int ANSWERS = 3;
  private static final int FEWEST_QUESTIONS = 8;
  private static final int MOST_QUESTIONS = 12;
  private static final int HIGHEST_SCORE = (ANSWERS - 1) * MOST_QUESTIONS;

  private final EntryRules rules;
  private final Problems problems;

  SelfAssessmentReader(KnownIds known, Problems problems) {
    this.rules = new EntryRules(known);
    this.problems = problems;
  }

  SelfAssessment read(String file, List<String> lines) {
    Yaml yaml = Yaml.read(String.join("\n", lines), file, 1, KEYS, problems);
    SelfAssessment read =
        new SelfAssessment(
            yaml.text("about"),
            yaml.maps("questions", ASK_KEYS).stream().map(this::ask).toList(),
            yaml.maps("places", PLACE_KEYS).stream().map(SelfAssessmentReader::place).toList(),
            yaml.number("hold-at", 0, LAST_STAGE),
            yaml.text("held"),
            rules.oneGuidance(yaml),
            rules.facts(yaml));
    check(read, yaml);
    return read;
  }

  private static void check(SelfAssessment read, Yaml yaml) {
    int questions = read.questions().size();
    if (questions < FEWEST_QUESTIONS || questions > MOST_QUESTIONS) {
      yaml.problem(
          "'questions': expected "
              + FEWEST_QUESTIONS
              + " to "
              + MOST_QUESTIONS
              + ", found "
              + questions);
    }
    int next = 0;
    int stage = 0;
    for (SelfAssessment.Place place : read.places()) {
      if (place.stage() != stage || place.from() != next || place.to() < place.from()) {
        yaml.problem("'places': expected stage " + stage + " from " + next + ", found " + place);
      }
      stage = place.stage() + 1;
      next = place.to() + 1;
    }
    int most = (ANSWERS - 1) * questions;
    if (stage != LAST_STAGE + 1 || next != most + 1) {
      yaml.problem("'places': expected stages 0 to 5 over the scores 0 to " + most);
    }
    if (!read.held().contains("{questions}")) {
      yaml.problem("'held': expected {questions} in it");
    }
  }

  private SelfAssessment.Ask ask(Yaml ask) {
    List<String> answers = ask.list("answers");
    if (answers.size() != ANSWERS) {
      ask.problem("'answers': expected three, for 0, 1 and 2, found " + answers.size());
    }
    return new SelfAssessment.Ask(
        rules.id(ask),
        ask.text("ask"),
        answers,
        ask.flag("holds"),
        rules.oneGuidance(ask),
        rules.facts(ask));
  }

  private static SelfAssessment.Place place(Yaml place) {
    return new SelfAssessment.Place(
        place.number("stage", 0, LAST_STAGE),
        place.number("from", 0, HIGHEST_SCORE),
        place.number("to", 0, HIGHEST_SCORE));
  }
}
