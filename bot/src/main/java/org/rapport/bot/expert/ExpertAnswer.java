package org.rapport.bot.expert;

import java.time.Instant;
import java.util.Optional;

/**
 * What an expert said.
 *
 * @param guidance a section that goes with it
 */
public record ExpertAnswer(String words, Instant at, Optional<Guidance> guidance) {

  /** A section of the guidance, by its id and title. */
  public record Guidance(String section, String title) {}
}
