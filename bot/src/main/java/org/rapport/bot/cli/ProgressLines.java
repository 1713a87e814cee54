package org.rapport.bot.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.rapport.knowledge.embed.Progress;

/** Says every few seconds how far a build is: done, total, rate and time left. */
final class ProgressLines implements Progress {
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final PrintWriter out;
  private final InstantSource clock;
  private final Instant start;
  private Instant last;

  ProgressLines(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
    this.last = start;
  }

  @Override
  public void at(int done, int total) {
    Instant now = clock.instant();
    if (done == 0 || Duration.between(last, now).compareTo(BETWEEN) < 0) {
      return;
    }
    last = now;
    double perSecond = done * 1000.0 / Math.max(1, Duration.between(start, now).toMillis());
    long left = Math.round((total - done) / perSecond);
    out.printf(
        Locale.ROOT, "%d of %d sections, %.1f a second, %d s left%n", done, total, perSecond, left);
    out.flush();
  }
}
