package org.rapport.bot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rapport.bot.Settings;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.Tables;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.index.Generations;

/** Looks at everything that the settings name. It changes nothing. */
final class Examination {
  private final Settings settings;
  private final DataFolder data;

  Examination(Settings settings) {
    this.settings = settings;
    this.data = new DataFolder(settings.data());
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(dataFolder());
    findings.add(database());
    findings.add(index());
    findings.addAll(new SlackExamination(settings).findings());
    findings.addAll(
        settings
            .teams()
            .map(Connections::teams)
            .orElse(List.of(Finding.right("Teams: off, as MicrosoftAppId is not set"))));
    return findings;
  }

  private Finding dataFolder() {
    Path folder = data.path();
    if (!Files.exists(folder)) {
      return Finding.right("Data folder: " + folder + " is not there yet; serve makes it");
    }
    return Files.isDirectory(folder) && Files.isWritable(folder)
        ? Finding.right("Data folder: " + folder + " can be written")
        : Finding.wrong(
            "Data folder: "
                + folder
                + " cannot be written; make this user its owner, or set"
                + " RAPPORT_DATA to another folder");
  }

  private Finding database() {
    Optional<Path> file = Store.embeddedFile(data, settings.databaseUrl());
    if (file.isPresent() && !Files.exists(file.get())) {
      return Finding.right("Database: " + file.get() + " is not there yet; serve makes it");
    }
    try (Store store = Store.open(data, settings.databaseUrl())) {
      if (store.reachable()) {
        return tables(store.tables());
      }
    } catch (RuntimeException notOurs) {
      // Told below: it answers, but not as a database of Rapport.
    }
    return Finding.wrong(
        file.map(path -> "Database: " + path + " cannot be used; restore a backup over it")
            .orElse(
                "Database: no answer as Rapport's; check that it runs, and host, name and password"
                    + " in DATABASE_URL"));
  }

  private static Finding tables(Tables tables) {
    if (tables.newer()) {
      return Finding.wrong(
          "Database: a newer Rapport has changed its tables; run that version or a newer one");
    }
    return Finding.right(
        tables.pending() == 0
            ? "Database: it answers, its tables are up to date"
            : "Database: it answers; serve will bring its tables up to date");
  }

  private Finding index() {
    try {
      OptionalInt live = new Generations(data.index(), Knowledge.EVERYBODY).live();
      return Finding.right(
          live.isPresent()
              ? "Index: generation " + live.getAsInt() + " is live"
              : "Index: none yet; serve makes it from the guidance that comes with Rapport");
    } catch (RuntimeException broken) {
      return Finding.wrong(
          "Index: "
              + data.index()
              + " cannot be read; delete that folder, and serve makes it anew");
    }
  }
}
