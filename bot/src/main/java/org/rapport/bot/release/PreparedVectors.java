package org.rapport.bot.release;

import java.nio.file.Path;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.embed.KnownVectors;

/** The vectors of the shipped guidance that a build left, so that no first start computes them. */
public final class PreparedVectors {
  /** Names the folder; {@code deploy/java} sets it. */
  private static final String PROPERTY = "rapport.prepared";

  private PreparedVectors() {}

  /** Those of this build; none where it left none. */
  public static KnownVectors find() {
    String folder = System.getProperty(PROPERTY, "");
    return folder.isEmpty() ? KnownVectors.NONE : Knowledge.vectorsIn(Path.of(folder));
  }
}
