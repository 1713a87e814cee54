package org.rapport.bot.delivery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of one test's own, which keeps what it commits and can be brought down hard. */
final class RestartablePostgres implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofMinutes(2);

  private final EmbeddedPostgres server;
  private final Path data;
  private final Path programs;

  RestartablePostgres() throws IOException, SQLException {
    server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(LONGEST_START)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    data = Path.of(setting("data_directory"));
    Path postmaster =
        Path.of("/proc", Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    programs = Files.readSymbolicLink(postmaster.resolve("exe")).resolveSibling("");
  }

  String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /** As if its machine had lost power, and come back. */
  void restart() {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      // It refuses to run as root; in a name space of its own nobody is.
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            programs.resolve("pg_ctl").toString(),
            "-D",
            data.toString(),
            "-m",
            "immediate",
            "-w",
            "-l",
            data.resolve("restarted.log").toString(),
            "restart"));
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("pg_ctl.log").toFile())
              .start()
              .waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "PostgreSQL does not restart: " + Files.readString(data.resolve("pg_ctl.log")));
      }
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL does not restart", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private String setting(String name) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
