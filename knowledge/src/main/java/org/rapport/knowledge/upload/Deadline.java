package org.rapport.knowledge.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The moment by which a file must have been read. */
final class Deadline {
  private final InstantSource clock;
  private final Duration patience;
  private final Instant end;

  Deadline(InstantSource clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
    this.end = clock.instant().plus(patience);
  }

  /** Ends the reading if it is past. */
  void check() {
    if (clock.instant().isAfter(end)) {
      throw missed(patience);
    }
  }

  static Refusal missed(Duration patience) {
    return new Refusal(
        "takes too long to read: expected at most "
            + patience.toSeconds()
            + " seconds; send it in smaller files or in a simpler format");
  }
}
