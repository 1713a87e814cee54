package org.rapport.bot.store;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: SQLite in a file, or PostgreSQL by its URL. Writes on SQLite go through one
 * connection, one after another; reads never wait for them. While the database cannot be reached,
 * calls fail at once with {@link StoreAway}.
 */
public final class Store implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Store.class);
  private static final String SQLITE = "jdbc:sqlite:";

  private final Connections writer;
  private final Connections reader;
  private final boolean hasLocks;
  private final LaterWrites later = new LaterWrites(this);
  private final GroupCommit together = new GroupCommit(this);

  private Store(Connections writer, Connections reader) {
    this.writer = writer;
    this.reader = reader;
    // On a server one pool does both.
    this.hasLocks = writer == reader;
  }

  /**
   * Opens the database.
   *
   * @param url JDBC URL; empty for the embedded database in the data folder
   */
  public static Store open(DataFolder folder, Optional<String> url) {
    Optional<Path> file = embeddedFile(folder, url);
    if (file.isEmpty()) {
      return postgres(url.orElseThrow());
    }
    folder.create();
    return embedded(file.get());
  }

  /** The file of the embedded database; empty if the database is a server. */
  public static Optional<Path> embeddedFile(DataFolder folder, Optional<String> url) {
    if (url.isEmpty()) {
      return Optional.of(folder.database());
    }
    return url.filter(given -> given.startsWith(SQLITE))
        .map(given -> Path.of(given.substring(SQLITE.length())));
  }

  /** Opens, and makes if absent, the embedded database in a file. */
  public static Store embedded(Path file) {
    // Options stand in the URL: the driver runs only the first of several start-up statements.
    String url = SQLITE + file + "?busy_timeout=20000&foreign_keys=true";
    HikariConfig writer =
        pool("writer", url + "&journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE", 1);
    HikariConfig reader = pool("reader", url + "&open_mode=1", 4);
    reader.setReadOnly(true);
    return new Store(new Connections(writer), new Connections(reader));
  }

  /** Opens a PostgreSQL database by its JDBC URL. */
  public static Store postgres(String url) {
    HikariConfig config = pool("postgres", url, 10);
    // In seconds: without them a cut line would hold a question for as long as TCP likes.
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "15");
    // With it, the message of a failed batch has what the statement was given.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    Connections connections = new Connections(config);
    return new Store(connections, connections);
  }

  /**
   * Does what only one process may do at a time, while it holds a lock of the database. SQLite has
   * none to hold: all its processes are on one machine, where the work's own files are locked.
   *
   * @param lock tells this work from other
   * @return empty if somebody else does it just now
   */
  public <R> Optional<R> exclusively(long lock, Supplier<R> work) {
    if (!hasLocks) {
      return Optional.of(work.get());
    }
    return writer.with(handle -> {
      if (!handle.select("select pg_try_advisory_lock(?)", lock).mapTo(Boolean.class).one()) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        handle.select("select pg_advisory_unlock(?)", lock).mapTo(Boolean.class).one();
      }
    });
  }

  /**
   * What makes a select pass over rows that another transaction holds; nothing where there is only
   * one writer.
   *
   * @param table its name in the select
   */
  public String skipLocked(String table) {
    return hasLocks ? " for update of " + table + " skip locked" : "";
  }

  /** Brings the tables to this version; only {@code serve} does so. */
  public void migrate() {
    flyway().migrate();
  }

  /** How far the tables are; changes nothing. */
  public Tables tables() {
    MigrationInfoService info = flyway().info();
    MigrationInfo current = info.current();
    return new Tables(
        current == null ? 0 : Integer.parseInt(String.valueOf(current.getVersion())),
        info.pending().length,
        Arrays.stream(info.applied()).anyMatch(applied -> !applied.getState().isResolved()));
  }

  /** Runs statements in one transaction that may write. */
  public <R, X extends Exception> R write(HandleCallback<R, X> work) throws X {
    return writer.with(handle -> handle.inTransaction(work));
  }

  /** Runs statements in one transaction that may write. */
  public <X extends Exception> void run(HandleConsumer<X> work) throws X {
    writer.with(handle -> handle.inTransaction(work.asCallback()));
  }

  /**
   * Writes at once, in one transaction with whatever else is waiting to be written so.
   *
   * @return what the statements came to, once that is committed; or why it is not, such as {@link
   *     StoreAway}
   */
  public <R> CompletableFuture<R> together(HandleCallback<R, RuntimeException> work) {
    return together.write(work);
  }

  /**
   * Writes that nobody waits for: done a moment later, together with others, and before a stop.
   * They wait for a database that is away; a crash loses them.
   *
   * @param what what is left undone if it fails, for the log
   */
  public void later(String what, HandleConsumer<RuntimeException> work) {
    later.add(what, work);
  }

  /** Returns when every write that was given before, together or for later, is done. */
  public void settle() {
    together.settle();
    later.settle();
  }

  /**
   * Does what must never stop an answer: without the database the result is empty, and the log has
   * a line.
   *
   * @param what what is left undone then, for the log
   * @param work reads and writes through this store
   */
  public <R> Optional<R> attempt(String what, Supplier<R> work) {
    try {
      return Optional.of(work.get());
    } catch (StoreAway away) {
      if (away.getCause() != null) {
        log.warn("The database is away; left undone: {}", what);
      }
    } catch (JdbiException failed) {
      log.warn("The database refused; left undone: {} ({})", what, RootCause.name(failed));
    }
    return Optional.empty();
  }

  /** Reads, outside any transaction. */
  public <R, X extends Exception> R read(HandleCallback<R, X> work) throws X {
    return reader.with(work);
  }

  /** Whether the database was away when it was last asked for anything; asks nothing of it. */
  public boolean seemsAway() {
    return writer.seemsAway() || reader.seemsAway();
  }

  /** Whether the database answers at all. */
  public boolean reachable() {
    try {
      return read(handle -> handle.select("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException away) {
      return false;
    }
  }

  @Override
  public void close() {
    together.close();
    later.close();
    reader.close();
    writer.close();
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(writer.source())
        .locations("classpath:db/migration")
        .load();
  }

  /**
   * @param size most connections at once
   */
  private static HikariConfig pool(String name, String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(3_000);
    // The pool opens although the database may be away, and finds it when it comes back.
    config.setInitializationFailTimeout(-1);
    return config;
  }
}
