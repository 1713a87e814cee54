package org.rapport.knowledge.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.rapport.knowledge.reading.Problems;

/** The rules that {@code content/README.md} sets for a section, held whenever content is read. */
final class SectionRules {
  static final int MOST_WORDS_IN_SHORT_ANSWER = 60;
  static final int MOST_STEPS = 5;
  static final int MOST_WATCH_OUTS = 3;
  static final int MOST_FACTS = 8;
  static final int MOST_WAYS = 3;
  static final int FEWEST_QUESTIONS = 3;
  static final int MOST_QUESTIONS = 30;
  static final Set<String> POSITIONS =
      Set.of(
          "any",
          "chief-executive",
          "chair",
          "non-executive",
          "executive-director",
          "chief-nurse",
          "medical-director",
          "operations",
          "governance",
          "comms-lead",
          "icb-leader");
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PICTURE_OR_HTML = Pattern.compile("!\\[|<[a-zA-Z/!]");

  private final Map<String, Fact> facts;
  private final Problems problems;
  private final Map<String, String> fileOfId = new HashMap<>();

  SectionRules(Map<String, Fact> facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /**
   * Notes what is wrong with a section.
   *
   * @param line of its title, from 1; 0 if that is not known
   */
  void check(Section section, String file, int line) {
    if (!ID.matcher(section.id()).matches()) {
      problems.add(
          file,
          line,
          "Expected an id of lower-case words and hyphens, found '" + section.id() + "'");
    }
    String other = fileOfId.putIfAbsent(section.id(), file);
    if (other != null) {
      problems.add(file, line, "The id " + section.id() + " is already used in " + other);
    }
    String name = section.id() + ": ";
    size(file, line, name + "questions", section.questions(), FEWEST_QUESTIONS, MOST_QUESTIONS);
    size(file, line, name + "facts", section.facts(), 1, MOST_FACTS);
    size(file, line, name + "steps under How", section.steps(), 1, MOST_STEPS);
    size(file, line, name + "points under Watch out", section.watchOuts(), 1, MOST_WATCH_OUTS);
    size(file, line, name + "ways", section.ways(), 0, MOST_WAYS);
    int words = new StringTokenizer(section.shortAnswer()).countTokens();
    if (section.shortAnswer().isBlank()) {
      problems.add(file, line, name + "the short answer is missing");
    } else if (words > MOST_WORDS_IN_SHORT_ANSWER) {
      problems.add(
          file,
          line,
          name + "the short answer has " + words + " words; at most " + MOST_WORDS_IN_SHORT_ANSWER);
    }
    for (String fact : section.facts()) {
      if (!facts.containsKey(fact)) {
        problems.add(file, line, name + "no fact has the id " + fact);
      }
    }
    for (String position : section.positions()) {
      if (!POSITIONS.contains(position)) {
        problems.add(file, line, name + "no position is called " + position);
      }
    }
    if (hasPictureOrHtml(section.body())) {
      problems.add(file, line, name + "pictures and HTML are not allowed");
    }
  }

  /** Nearly all texts have neither mark in them, and looking for one is quicker by far. */
  private static boolean hasPictureOrHtml(String text) {
    return (text.indexOf('<') >= 0 || text.indexOf('!') >= 0)
        && PICTURE_OR_HTML.matcher(text).find();
  }

  private void size(String file, int line, String what, List<String> list, int fewest, int most) {
    if (list.size() < fewest || list.size() > most) {
      problems.add(
          file, line, what + ": expected " + fewest + " to " + most + ", found " + list.size());
    }
  }
}
