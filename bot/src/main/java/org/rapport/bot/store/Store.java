package org.rapport.bot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The database: SQLite in a file, or PostgreSQL by its URL. Writes on SQLite go through one
 * connection, one after another; reads never wait for them.
 */
public final class Store implements AutoCloseable {
  private final HikariDataSource writerPool;
  private final HikariDataSource readerPool;
  private final Jdbi writer;
  private final Jdbi reader;
  private final Flyway flyway;

  private Store(HikariDataSource writerPool, HikariDataSource readerPool) {
    this.writerPool = writerPool;
    this.readerPool = readerPool;
    this.writer = Jdbi.create(writerPool);
    this.reader = writerPool == readerPool ? writer : Jdbi.create(readerPool);
    this.flyway =
        Flyway.configure().dataSource(writerPool).locations("classpath:db/migration").load();
  }

  /** Opens, and makes if absent, the embedded database in a file. */
  public static Store embedded(Path file) {
    String base = "jdbc:sqlite:" + file + "?busy_timeout=20000&foreign_keys=true";
    HikariDataSource writer =
        pool(base + "&journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE", 1, "writer");
    return new Store(writer, pool(base, 4, "reader"));
  }

  /** Opens a PostgreSQL database by its JDBC URL. */
  public static Store postgres(String url) {
    HikariDataSource pool = pool(url, 10, "postgres");
    return new Store(pool, pool);
  }

  /** Brings the tables to this version; only {@code serve} does so. */
  public void migrate() {
    flyway.migrate();
  }

  /** Runs statements in one transaction that may write. */
  public <R, X extends Exception> R write(HandleCallback<R, X> work) throws X {
    return writer.inTransaction(work);
  }

  /** Runs statements in one transaction that may write. */
  public <X extends Exception> void run(HandleConsumer<X> work) throws X {
    writer.useTransaction(work);
  }

  /** Reads, outside any transaction. */
  public <R, X extends Exception> R read(HandleCallback<R, X> work) throws X {
    return reader.withHandle(work);
  }

  /** Whether the database answers at all. */
  public boolean reachable() {
    try {
      return reader.withHandle(handle -> handle.select("select 1").mapTo(Integer.class).one()) == 1;
    } catch (RuntimeException away) {
      return false;
    }
  }

  @Override
  public void close() {
    writerPool.close();
    readerPool.close();
  }

  private static HikariDataSource pool(String url, int size, String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setPoolName(name);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }
}
