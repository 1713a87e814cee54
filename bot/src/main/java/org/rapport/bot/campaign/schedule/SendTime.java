package org.rapport.bot.campaign.schedule;

import java.time.Instant;

/** When a person gets a nudge, or why not. */
public sealed interface SendTime {
  /**
   * It may be sent.
   *
   * @param due not before this
   * @param tooLate not from this on; after {@code due}
   */
  record Due(Instant due, Instant tooLate) implements SendTime {}

  /**
   * It has no allowed slot before it is too late.
   *
   * @param because what held off its own slot
   */
  record Skipped(Hold because) implements SendTime {}
}
