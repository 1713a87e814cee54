package org.rapport.bot.channel.slack;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param ackWithin how long a slash command waits for its answer; Slack gives up after 3 seconds
 * @param replyWithin how long Slack may take to reply to a call
 * @param retryFor how long, all together, a message waits for Slack's limits to pass
 * @param stopWithin how long a stop waits for what was acknowledged
 */
record SlackTimes(
    Duration ackWithin, Duration replyWithin, Duration retryFor, Duration stopWithin) {
  static final SlackTimes NORMAL =
      new SlackTimes(
          Duration.ofMillis(800),
          Duration.ofSeconds(10),
          Duration.ofMinutes(2),
          Duration.ofSeconds(20));
}
