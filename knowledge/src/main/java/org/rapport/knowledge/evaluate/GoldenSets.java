package org.rapport.knowledge.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;

/** The golden questions that a release is measured by. */
public final class GoldenSets {
  private static final List<String> FILES =
      List.of("questions.jsonl", "situations.jsonl", "held-out.jsonl");

  private GoldenSets() {}

  /** Those that come with Rapport. */
  public static List<GoldenQuestion> shipped() {
    return ShippedContent.from(GoldenSets::in);
  }

  /**
   * Those of a content folder.
   *
   * @throws IllegalArgumentException naming file and line if a line is not of the form
   */
  public static List<GoldenQuestion> in(Path content) {
    return FILES.stream()
        .map(name -> content.resolve("golden").resolve(name))
        .filter(Files::exists)
        .flatMap(file -> GoldenQuestion.read(file).stream())
        .toList();
  }

  /** Without those that rest on no fact of some content, so that nothing there could be right. */
  public static List<GoldenQuestion> answerable(List<GoldenQuestion> questions, Content content) {
    Set<String> known = content.facts().keySet();
    return questions.stream()
        .filter(question ->
            question.expect() != GoldenQuestion.Expect.FOUND
                || question.facts().stream().anyMatch(known::contains))
        .toList();
  }
}
