package org.rapport.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.failsafe.CircuitBreaker;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A pool of connections. While none can be had, one caller a second tries and all others fail at
 * once, so that nobody queues for a database that is away.
 */
final class Connections implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder().withFailureThreshold(1).withDelay(BETWEEN_TRIES).build();

  Connections(HikariConfig config) {
    this.pool = new HikariDataSource(config);
    this.jdbi = Jdbi.create(pool);
  }

  <R, X extends Exception> R with(HandleCallback<R, X> work) throws X {
    if (!breaker.tryAcquirePermit()) {
      throw new StoreAway("The database was away a moment ago");
    }
    try (Handle handle = jdbi.open()) {
      breaker.recordSuccess();
      return work.withHandle(handle);
    } catch (JdbiException e) {
      if (isAway(e)) {
        breaker.recordFailure();
        throw new StoreAway(e);
      }
      throw e;
    }
  }

  /** Whether the line broke, the server stopped, or no connection could be had. */
  private static boolean isAway(JdbiException failed) {
    String state =
        failed.getCause() instanceof SQLException sql && sql.getSQLState() != null
            ? sql.getSQLState()
            : "";
    return failed instanceof ConnectionException
        || state.startsWith("08")
        || state.startsWith("57P");
  }

  /** Whether the last that was asked of the database failed because it is away. */
  boolean seemsAway() {
    return !breaker.isClosed();
  }

  DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
