package org.rapport.bot.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Backups: one zip file with a consistent copy of the embedded database and all uploads. A restore
 * looks at everything before it changes anything.
 */
public final class Archive {
  private static final String DATABASE = "rapport.db";
  private static final String UPLOADS = "uploads/";

  private final DataFolder data;
  private final Path database;

  /**
   * @param database the file of the embedded database
   */
  public Archive(DataFolder data, Path database) {
    this.data = data;
    this.database = database;
  }

  /** A backup or restore was refused; the message says why in one line. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String line) {
      super(line);
    }
  }

  /** Writes a backup to a file that is not there yet; the database may be in use. */
  public void write(Path file) {
    if (!Files.exists(database)) {
      throw new Refused("There is nothing to back up yet: no database at " + database);
    }
    if (Files.exists(file)) {
      throw new Refused("There is a file " + file + " already");
    }
    try {
      Path work = Files.createTempDirectory(data.path(), "backup");
      try {
        Path copy = work.resolve(DATABASE);
        copyDatabase(copy);
        Path zip = Files.createTempFile(work, "backup", ".zip");
        zip(copy, zip);
        Files.move(zip, file);
      } finally {
        delete(work);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refused("There is a file " + file + " already");
    } catch (IOException e) {
      throw new UncheckedIOException("The backup was not written", e);
    }
  }

  /**
   * Puts a backup in place. What was there is kept beside it until that is done.
   *
   * @param force whether what is there may be overwritten
   */
  public void restore(Path file, boolean force) {
    data.create();
    try (DataFolder.Lock held = lock()) {
      if (!force && Files.exists(database)) {
        throw new Refused("There is a database at " + database + "; --force overwrites it");
      }
      Path work = Files.createTempDirectory(data.path(), "restore");
      try {
        extract(file, work);
        checkDatabase(work.resolve(DATABASE));
        putInPlace(work);
      } finally {
        delete(work);
      }
    } catch (NoSuchFileException e) {
      throw new Refused("There is no file " + file);
    } catch (ZipException e) {
      throw new Refused(file + " is damaged or no backup: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("The backup was not restored", e);
    }
  }

  private DataFolder.Lock lock() {
    return data.lock()
        .orElseThrow(
            () -> new Refused("Rapport is serving from " + data.path() + "; stop it first"));
  }

  private void copyDatabase(Path to) throws IOException {
    // A reader's view of one moment, whatever is being written meanwhile.
    try (Connection connection = connect(database, "?busy_timeout=20000");
        PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
      copy.setString(1, to.toString());
      copy.execute();
    } catch (SQLException e) {
      throw new IOException("The database cannot be copied", e);
    }
  }

  private void zip(Path copy, Path to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to))) {
      add(zip, DATABASE, copy);
      for (Path upload : filesUnder(data.uploads())) {
        add(zip, UPLOADS + slashed(data.uploads().relativize(upload)), upload);
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static void extract(Path file, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(DATABASE) == null) {
        throw new ZipException("it has no " + DATABASE);
      }
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = target(entry, to);
        Files.createDirectories(target.resolveSibling("."));
        extract(zip, entry, target);
      }
    }
  }

  /** Where an entry goes: nowhere but into the folder. */
  private static Path target(ZipEntry entry, Path to) throws ZipException {
    Path target = to.resolve(entry.getName()).normalize();
    boolean known =
        entry.getName().equals(DATABASE)
            || (entry.getName().startsWith(UPLOADS) && target.startsWith(to.resolve(UPLOADS)));
    if (!known || entry.isDirectory() || !target.startsWith(to)) {
      throw new ZipException("an entry does not belong in it");
    }
    return target;
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream bytes = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Files.copy(bytes, target);
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new ZipException("the checksum of " + entry.getName() + " is wrong");
    }
  }

  private static void checkDatabase(Path file) throws ZipException {
    try (Connection connection = connect(file, "?open_mode=1");
        PreparedStatement check = connection.prepareStatement("pragma integrity_check");
        ResultSet result = check.executeQuery()) {
      if (!result.next() || !result.getString(1).equals("ok")) {
        throw new ZipException("its database is broken");
      }
    } catch (SQLException e) {
      throw new ZipException("its database cannot be read");
    }
    try (Store store = Store.embedded(file)) {
      Tables tables = store.tables();
      if (tables.newer()) {
        throw new Refused(
            "The backup was made by a newer Rapport (tables "
                + tables.version()
                + "); update first");
      }
      if (tables.version() == 0) {
        throw new ZipException("its database is not Rapport's");
      }
    }
  }

  private void putInPlace(Path work) throws IOException {
    Path former = Files.createTempDirectory(data.path(), "former");
    for (Path part : List.of(database, beside("-wal"), beside("-shm"), data.uploads())) {
      if (Files.exists(part)) {
        Files.move(part, former.resolve(part.getFileName()));
      }
    }
    Files.move(work.resolve(DATABASE), database, StandardCopyOption.ATOMIC_MOVE);
    if (Files.exists(work.resolve(UPLOADS))) {
      Files.move(work.resolve(UPLOADS), data.uploads(), StandardCopyOption.ATOMIC_MOVE);
    }
    delete(former);
  }

  private Path beside(String ending) {
    return database.resolveSibling(database.getFileName() + ending);
  }

  private static Connection connect(Path file, String options) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file + options);
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
