package org.rapport.bot.release;

import java.nio.file.Path;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.embed.KnownVectors;
import org.rapport.knowledge.embed.VectorFile;

/**
 * The vectors of the shipped guidance and its golden questions that a build left, so that no first
 * start computes them.
 */
public final class PreparedVectors {
  /** Names the folder; {@code deploy/java} sets it. */
  private static final String PROPERTY = "rapport.prepared";

  private PreparedVectors() {}

  /** Those of this build; none where it left none. */
  public static KnownVectors find() {
    String folder = System.getProperty(PROPERTY, "");
    return folder.isEmpty() ? KnownVectors.NONE : in(Path.of(folder));
  }

  private static KnownVectors in(Path folder) {
    // In this order, since what is found later is kept in the second: the index keeps nothing.
    return questions(folder).then(Knowledge.vectorsIn(folder));
  }

  /** Those of questions, beside an index. */
  public static KnownVectors questions(Path folder) {
    return new VectorFile(folder.resolve("questions.vectors"));
  }
}
