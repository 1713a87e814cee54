package org.rapport.bot.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that every test of stored things runs on. */
public enum TestDatabase {
  SQLITE {
    @Override
    public Optional<String> freshUrl(Path folder) {
      return Optional.of("jdbc:sqlite:" + folder.resolve("fresh" + NEXT.incrementAndGet() + ".db"));
    }
  },
  POSTGRES {
    @Override
    public Optional<String> freshUrl(Path folder) {
      String name = "fresh" + NEXT.incrementAndGet();
      EmbeddedPostgres server = Server.RUNNING;
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot make database " + name, e);
      }
      return Optional.of(server.getJdbcUrl("postgres", name));
    }
  };

  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The URL of a database with nothing in it. */
  public abstract Optional<String> freshUrl(Path folder);

  /** Where the PostgreSQL server listens on this machine. */
  public static int postgresPort() {
    return Server.RUNNING.getPort();
  }

  /** A database with this version's tables and no rows. */
  public Store fresh(Path folder) {
    Store store = Store.open(new DataFolder(folder), freshUrl(folder));
    store.migrate();
    return store;
  }

  /** One server for all tests of a run, started when first needed. */
  private static final class Server {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setPGStartupWait(LONGEST_START).start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not start", e);
      }
    }
  }
}
