package org.rapport.knowledge.content;

import java.util.List;
import java.util.Set;
import org.rapport.knowledge.reading.Problems;
import org.rapport.knowledge.reading.Yaml;

/** Reads a file that corrects one false belief. */
final class CorrectionReader {
  private static final int MOST_WORDS = 35;

  private static final Set<String> KEYS = Set.of("section", "truth", "beliefs");

  private final Set<String> sections;
  private final Problems problems;

  /**
   * @param sections the ids of all sections
   */
  CorrectionReader(Set<String> sections, Problems problems) {
    this.sections = sections;
    this.problems = problems;
  }

  Correction read(String file, List<String> lines) {
    Yaml yaml = Yaml.read(String.join("\n", lines), file, 1, KEYS, problems);
    Correction correction =
        new Correction(yaml.text("section"), yaml.text("truth"), yaml.list("beliefs"));
    if (!sections.contains(correction.section())) {
      problems.add(file, 1, "No section has the id " + correction.section());
    }
    if (correction.truth().split("\\s+").length > MOST_WORDS) {
      problems.add(file, 1, "The truth has over " + MOST_WORDS + " words");
    }
    return correction;
  }
}
