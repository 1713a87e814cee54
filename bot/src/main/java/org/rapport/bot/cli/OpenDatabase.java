package org.rapport.bot.cli;

import org.rapport.bot.Settings;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.rapport.bot.store.Tables;

/** The database of the settings, for one command. */
final class OpenDatabase {
  private OpenDatabase() {}

  /**
   * Opens it, of this version.
   *
   * @throws Refusal if it is not
   */
  static Store of(Settings settings) {
    DataFolder data = new DataFolder(settings.data());
    data.create();
    Store store = Store.open(data, settings.databaseUrl());
    try {
      prepare(store, Store.embeddedFile(data, settings.databaseUrl()).isPresent());
      return store;
    } catch (RuntimeException failed) {
      store.close();
      throw failed;
    }
  }

  /** A server's tables are left to {@code serve}, as others may be using them. */
  private static void prepare(Store store, boolean isEmbedded) {
    Tables tables = store.tables();
    if (tables.newer()) {
      throw new Refusal(
          "A newer Rapport has changed the database; run that version or a newer one");
    }
    if (tables.pending() == 0) {
      return;
    }
    if (!isEmbedded) {
      throw new Refusal("The database is not of this version yet: start rapport serve once");
    }
    store.migrate();
  }
}
