package org.rapport.knowledge.content;

import java.util.List;
import java.util.Map;
import org.rapport.knowledge.reading.Problems;

/**
 * A document of an organisation in the form of Rapport's own guidance: its sections stand beside
 * what everybody has, or in the place of those with the same id.
 */
public final class OwnGuidance {
  private OwnGuidance() {}

  /** Whether a Markdown text has the form: a head, and sections with a block of YAML. */
  public static boolean isOne(List<String> lines) {
    return !lines.isEmpty()
        && lines.getFirst().strip().equals("---")
        && lines.stream().anyMatch(line -> line.strip().equals("```yaml"));
  }

  /**
   * Reads one.
   *
   * @param name of the file
   * @param facts that its sections may rest on
   * @throws ContentRefused if anything in it is wrong
   */
  public static List<Section> read(String name, List<String> lines, Map<String, Fact> facts) {
    Guidance document = Guidance.read(name, lines);
    Problems problems = document.problems();
    List<Section> sections = document.sections();
    document.check(new SectionRules(facts, problems));
    if (sections.isEmpty() && problems.none()) {
      problems.add(name, 0, "There is no section of guidance");
    }
    ContentRefused.ifAny(problems);
    return sections;
  }
}
