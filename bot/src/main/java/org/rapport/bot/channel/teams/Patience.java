package org.rapport.bot.channel.teams;

import java.time.Duration;

/**
 * How long to wait for Microsoft's services.
 *
 * @param connect for a connection
 * @param reply for a reply, once a request has gone out
 * @param longestPause before the same request is tried again; if Teams asks for more, we give up
 * @param typing after how long a person sees that an answer is on its way
 * @param pause how to wait; a test's returns at once
 */
record Patience(
    Duration connect, Duration reply, Duration longestPause, Duration typing, Pause pause) {

  static Patience standard() {
    return new Patience(
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofSeconds(1),
        Thread::sleep);
  }

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void take(Duration howLong) throws InterruptedException;
  }
}
