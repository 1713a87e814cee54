package org.rapport.knowledge.content;

import java.util.List;
import org.rapport.knowledge.reading.Problems;

/**
 * One document of guidance as it was read.
 *
 * @param file path inside the content folder
 * @param problems what is wrong with its form
 */
record Guidance(String file, List<String> lines, List<Section> sections, Problems problems) {
  /** Reads a document on its own, so that many can be read at the same time. */
  static Guidance read(String file, List<String> lines) {
    Problems problems = new Problems();
    return new Guidance(file, lines, new GuidanceReader(problems).read(file, lines), problems);
  }
}
