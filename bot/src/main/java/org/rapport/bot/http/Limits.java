package org.rapport.bot.http;

import java.time.Duration;

/**
 * How much of the server one caller may take.
 *
 * @param idle how long a connection may send nothing, and half of how long one request may take to
 *     arrive
 * @param headerBytes the most that the head of a request may have
 * @param bodyBytes the most that any request's body may have; a route may allow less
 * @param stop how long a stop waits for requests that are being answered
 */
public record Limits(Duration idle, int headerBytes, int bodyBytes, Duration stop) {
  /** What a server outside tests runs with. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(15), 16 * 1024, 1_000_000, Duration.ofSeconds(15));
}
