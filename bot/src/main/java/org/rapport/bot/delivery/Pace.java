package org.rapport.bot.delivery;

import java.time.Duration;

/**
 * How fast a channel may be written to.
 *
 * @param limit most messages to a workspace in any window; 0 for no limit
 * @param window how long a window is
 * @param burst what a quiet moment saves up, as a time; together with a window it stays within the
 *     limit
 * @param betweenToOne from one message to the next to the same address; zero for no limit
 * @param betweenQuestions from one question to the next about what a workspace took
 */
public record Pace(
    int limit, Duration window, Duration burst, Duration betweenToOne, Duration betweenQuestions) {

  /**
   * One message a second to a channel, says docs.slack.dev/apis/web-api/rate-limits, and several
   * hundred a minute to a workspace: 525 is what others pace at. Apps outside the Marketplace may
   * read history once a minute.
   */
  public static final Pace SLACK =
      new Pace(
          525,
          Duration.ofMinutes(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMinutes(1));

  /**
   * Fifty a second for an app in a tenant, says "Optimize your bot with rate limiting" of Teams.
   */
  public static final Pace TEAMS =
      new Pace(50, Duration.ofSeconds(1), Duration.ofMillis(250), Duration.ZERO, Duration.ZERO);

  /** For channels that have none. */
  public static final Pace UNLIMITED =
      new Pace(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /** Most that are claimed at once, however fast the channel is. */
  static final int LARGEST_BATCH = 200;

  private static final Duration FURTHEST_AHEAD = Duration.ofMinutes(1);

  /**
   * How many may go now, by the generic cell rate algorithm (ITU-T I.371).
   *
   * @param earnedAt the time by which all that was sent is earned, in epoch milliseconds
   * @param now in epoch milliseconds
   */
  int allowed(long earnedAt, long now) {
    if (limit == 0) {
      return LARGEST_BATCH;
    }
    long left = now + burst.toMillis() - current(earnedAt, now);
    return Math.clamp(left * limit / span(), 0, LARGEST_BATCH);
  }

  /** How long it takes until one may go, in milliseconds; as {@link #allowed}. */
  long untilNext(long earnedAt, long now) {
    return Math.max(0, current(earnedAt, now) + cost(1) - now - burst.toMillis());
  }

  /** Whether half a batch is earned, so that a round is worth its transactions. */
  boolean isRested(long earnedAt, long now) {
    return 2 * allowed(earnedAt, now) >= allowed(now, now);
  }

  /** How long it takes to earn so many messages, in milliseconds. */
  long cost(int messages) {
    return limit == 0 ? 0 : Math.ceilDiv(messages * span(), limit);
  }

  /** The time by which all is earned once so many more are sent, in epoch milliseconds. */
  long spent(long earnedAt, long now, int messages) {
    return current(earnedAt, now) + cost(messages);
  }

  /** What is further ahead than anybody takes comes from a clock that was put back. */
  private static long current(long earnedAt, long now) {
    return earnedAt > now + FURTHEST_AHEAD.toMillis() ? now : Math.max(earnedAt, now);
  }

  private long span() {
    return window.plus(burst).toMillis();
  }
}
