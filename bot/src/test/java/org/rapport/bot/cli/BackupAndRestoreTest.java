package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

class BackupAndRestoreTest {
  @TempDir Path home;
  @TempDir Path other;
  @TempDir Path shelf;

  private DataFolder data = new DataFolder(Path.of(""));
  private Path backup = Path.of("");

  @BeforeEach
  void someData() throws IOException {
    data = new DataFolder(home.resolve("data"));
    backup = shelf.resolve("backup.zip");
    note("kept");
    Files.createDirectories(data.uploads().resolve("trust"));
    Files.writeString(data.uploads().resolve("trust/policy.md"), "our policy");
  }

  @Test
  void aBackupCanBeRestoredElsewhere() throws IOException {
    assertThat(CommandRun.of(home, "backup", backup.toString()).code()).isZero();

    CommandRun run = CommandRun.of(other, "restore", backup.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(noted(other, "kept")).isTrue();
    assertThat(other.resolve("data/uploads/trust/policy.md")).hasContent("our policy");
  }

  @Test
  void aBackupOfABusyDatabaseHoldsWhatWasCommitted() {
    try (Store busy = Store.embedded(data.database())) {
      busy.run(handle -> {
        handle.execute("insert into seen_event (event_key, seen_at) values ('unfinished', 1)");
        assertThat(CommandRun.of(home, "backup", backup.toString()).code()).isZero();
      });
    }
    CommandRun.of(other, "restore", backup.toString());

    assertThat(rows(other)).isEqualTo(1);
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    Files.writeString(backup, "precious");

    assertRefused(CommandRun.of(home, "backup", backup.toString()), "already");
    assertThat(backup).hasContent("precious");
  }

  @Test
  void withNothingToBackUpItSaysSo() {
    assertRefused(CommandRun.of(other, "backup", backup.toString()), "nothing to back up");
    assertThat(backup).doesNotExist();
  }

  @Test
  void dataThatIsThereIsOverwrittenOnlyByForce() {
    CommandRun.of(home, "backup", backup.toString());
    note("later");

    assertRefused(CommandRun.of(home, "restore", backup.toString()), "--force");
    assertThat(noted(home, "later")).isTrue();

    assertThat(CommandRun.of(home, "restore", backup.toString(), "--force").code()).isZero();
    assertThat(noted(home, "later")).isFalse();
    assertThat(noted(home, "kept")).isTrue();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void whileRapportServesNothingIsRestored() {
    CommandRun.of(home, "backup", backup.toString());
    try (DataFolder.Lock serving = data.lock().orElseThrow()) {
      assertRefused(CommandRun.of(home, "restore", backup.toString(), "--force"), "stop it first");
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndTheDataStays() throws IOException {
    CommandRun.of(home, "backup", backup.toString());
    byte[] bytes = Files.readAllBytes(backup);
    bytes[bytes.length / 3] ^= 0x55;
    Files.write(backup, bytes);

    assertRefused(CommandRun.of(home, "restore", backup.toString(), "--force"), "damaged");
    assertThat(noted(home, "kept")).isTrue();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void halfABackupIsRefused() throws IOException {
    CommandRun.of(home, "backup", backup.toString());
    byte[] bytes = Files.readAllBytes(backup);
    Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(CommandRun.of(other, "restore", backup.toString()), "damaged");
  }

  @Test
  void entriesThatLeadElsewhereAreRefused() throws IOException {
    for (String name :
        List.of("../evil", "uploads/../../evil", "/etc/evil", "uploads/../rapport.db", "evil")) {
      zip("rapport.db", name);

      assertRefused(CommandRun.of(other, "restore", backup.toString()), "does not belong");
    }
    assertThat(other.resolve("evil")).doesNotExist();
    assertThat(other.resolve("data/rapport.db")).doesNotExist();
  }

  @Test
  void anArchiveWithoutADatabaseIsRefused() throws IOException {
    zip("uploads/a.md");

    assertRefused(CommandRun.of(other, "restore", backup.toString()), "no rapport.db");
  }

  @Test
  void anArchiveWhoseDatabaseIsNoneIsRefused() throws IOException {
    zip("rapport.db");

    assertRefused(CommandRun.of(other, "restore", backup.toString()), "database");
  }

  @Test
  void aBackupOfANewerVersionIsRefused() {
    try (Store store = Store.embedded(data.database())) {
      store.run(handle ->
          handle.execute(
              "insert into flyway_schema_history (installed_rank, version, description, type,"
                  + " script, checksum, installed_by, execution_time, success)"
                  + " values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)"));
    }
    CommandRun.of(home, "backup", backup.toString());

    assertRefused(CommandRun.of(other, "restore", backup.toString()), "newer Rapport");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(CommandRun.of(other, "restore", backup.toString()), "There is no file");
  }

  @Test
  void postgresIsLeftToItsOwnTools() {
    List<String> postgres = List.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/x");

    assertRefused(CommandRun.with(home, postgres, "backup", backup.toString()), "pg_dump");
    assertRefused(CommandRun.with(home, postgres, "restore", backup.toString()), "pg_restore");
  }

  private static void assertRefused(CommandRun run, String why) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains(why);
    assertThat(run.out()).isEmpty();
  }

  private void zip(String... names) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(backup))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("not a database".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }

  private void note(String event) {
    try (Store store = Store.open(data, java.util.Optional.empty())) {
      store.migrate();
      assertThat(new SeenEvents(store, InstantSource.system()).first(event)).isTrue();
    }
  }

  private static boolean noted(Path home, String event) {
    try (Store store = Store.embedded(home.resolve("data/rapport.db"))) {
      return !new SeenEvents(store, InstantSource.system()).first(event);
    }
  }

  private static int rows(Path home) {
    try (Store store = Store.embedded(home.resolve("data/rapport.db"))) {
      return store.read(
          handle -> handle.select("select count(*) from seen_event").mapTo(Integer.class).one());
    }
  }

  private List<Path> leftovers() {
    try (Stream<Path> files = Files.list(data.path())) {
      return files
          .filter(file -> file.getFileName().toString().matches("(backup|restore|former).*"))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
