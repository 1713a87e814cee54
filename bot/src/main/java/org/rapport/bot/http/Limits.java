package org.rapport.bot.http;

import java.time.Duration;

/**
 * How much of the server one caller may take.
 *
 * @param keepAlive how long a connection may wait for its next request; longer than the minute that
 *     load balancers keep theirs, or they would now and then send into one that just closed
 * @param pause how long a request that is arriving may pause, and a third of how long it may take
 * @param headerBytes the most that the head of a request may have
 * @param bodyBytes the most that any request's body may have; a route may allow less
 * @param stop how long a stop waits for requests that are being answered
 */
public record Limits(
    Duration keepAlive, Duration pause, int headerBytes, int bodyBytes, Duration stop) {
  /** What a server outside tests runs with. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(75),
          Duration.ofSeconds(10),
          16 * 1024,
          1_000_000,
          Duration.ofSeconds(15));
}
