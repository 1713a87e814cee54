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
 * Cuts who sends one request bit by bit. The idle timeout cuts who sends nothing for a while; this
 * cuts who sends just enough to escape it: bytes came through two whole rounds, and still the same
 * request has not come to its end.
 */
final class SlowSenders extends AbstractLifeCycle {
  private final ServerConnector connector;
  private final Duration round;
  private final Map<Connection, Progress> seen = new WeakHashMap<>();
  private volatile Scheduler.Task next = () -> false;

  /**
   * @param round at least the connector's idle timeout, or a sender could pause through a round
   */
  SlowSenders(ServerConnector connector, Duration round) {
    this.connector = connector;
    this.round = round;
  }

  /** How far a connection had come, and through how many rounds its request has been arriving. */
  private record Progress(long requests, long bytes, int rounds) {
    Progress then(Connection connection) {
      boolean sameRequestGrew =
          connection.getMessagesIn() == requests && connection.getBytesIn() > bytes;
      return new Progress(
          connection.getMessagesIn(), connection.getBytesIn(), sameRequestGrew ? rounds + 1 : 0);
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
    if (progress.rounds() >= 2) {
      endPoint.close();
    }
  }
}
