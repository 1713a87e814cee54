package org.rapport.bot.cli;

import org.rapport.bot.Settings;
import org.rapport.bot.store.Archive;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/** Finds what backup and restore work on. */
final class Archives {
  private Archives() {}

  static Archive of(Settings settings) {
    DataFolder data = new DataFolder(settings.data());
    return Store.embeddedFile(data, settings.databaseUrl())
        .map(database -> new Archive(data, database))
        .orElseThrow(() ->
            new Refusal(
                "The database is PostgreSQL: back it up with pg_dump, restore it with"
                    + " pg_restore"));
  }
}
