package org.rapport.bot.http;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts who sends one request bit by bit. The idle timeouts cut who sends nothing for a while; this
 * cuts who sends just enough to escape them: bytes came in three rounds, and it is still the same
 * request. (An honest connection may show two: the end of one body and the start of the next head.)
 */
final class SlowSenders extends AbstractLifeCycle {
  private static final int ROUNDS = 3;

  private final ServerConnector connector;
  private final Duration round;
  private final Map<Connection, Progress> seen = new WeakHashMap<>();
  private volatile Scheduler.Task next = () -> false;

  SlowSenders(ServerConnector connector, Duration round) {
    this.connector = connector;
    this.round = round;
  }

  /** How far a connection had come, and in how many rounds bytes of its request came. */
  private record Progress(long requests, long bytes, int rounds) {
    Progress then(Connection connection) {
      long requestsNow = connection.getMessagesIn();
      long bytesNow = connection.getBytesIn();
      int grown = rounds + (bytesNow > bytes ? 1 : 0);
      return new Progress(requestsNow, bytesNow, requestsNow == requests ? grown : 0);
    }
  }

  @Override
  protected void doStart() {
    next = connector.getScheduler().schedule(this::round, round.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void round() {
    connector.getConnectedEndPoints().forEach(this::look);
    if (isRunning()) {
      doStart();
    }
  }

  private void look(EndPoint endPoint) {
    Connection connection = endPoint.getConnection();
    if (connection == null) {
      return;
    }
    Progress progress = seen.getOrDefault(connection, new Progress(0, 0, 0)).then(connection);
    seen.put(connection, progress);
    if (progress.rounds() >= ROUNDS) {
      endPoint.close();
    }
  }
}
