package org.rapport.bot.channel.slack;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what Slack did not do: one log line and one count each, without names or words. */
public final class SlackTrouble {
  private static final Logger log = LoggerFactory.getLogger(SlackTrouble.class);

  private final MeterRegistry metrics;

  public SlackTrouble(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /**
   * @param what what was tried, such as {@code chat.postMessage}
   * @param reason a short code
   */
  public void note(String what, String reason) {
    String code = reason.matches("[a-z0-9_]{1,60}") ? reason : "other";
    log.warn("Slack: {} given up: {}", what, code);
    metrics.counter("rapport.channel.errors", "channel", "slack", "reason", code).increment();
  }
}
