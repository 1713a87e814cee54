package org.rapport.knowledge.content;

import java.util.List;
import org.rapport.knowledge.reading.Problems;

/**
 * One document of guidance as it was read.
 *
 * @param file path inside the content folder
 * @param titles the line of each section's title, from 1; 0 where it is written in another way
 * @param problems what is wrong with its form
 */
record Guidance(String file, List<Section> sections, List<Integer> titles, Problems problems) {
  /** Reads a document on its own, so that many can be read at the same time. */
  static Guidance read(String file, List<String> lines) {
    Problems problems = new Problems();
    List<Section> sections = new GuidanceReader(problems).read(file, lines);
    List<Integer> titles =
        sections.stream().map(section -> lines.indexOf("## " + section.title()) + 1).toList();
    return new Guidance(file, sections, titles, problems);
  }

  /** A document that cannot be read. */
  static Guidance unreadable(String file, String problem) {
    Problems problems = new Problems();
    problems.add(file, 0, problem);
    return new Guidance(file, List.of(), List.of(), problems);
  }

  /** Holds the rules for all of it. */
  void check(SectionRules rules) {
    for (int i = 0; i < sections.size(); i++) {
      rules.check(sections.get(i), file, titles.get(i));
    }
  }
}
