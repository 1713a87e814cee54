package org.rapport.bot;

import java.util.Optional;
import org.rapport.bot.keys.KeyFile;
import org.rapport.bot.keys.Keys;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that seal secrets: those that are set, or else those in the data folder. */
public final class KeyChoice {
  private static final Logger log = LoggerFactory.getLogger(KeyChoice.class);

  private final Settings settings;
  private final DataFolder data;
  private final KeyFile file;

  public KeyChoice(Settings settings) {
    this.settings = settings;
    this.data = new DataFolder(settings.data());
    this.file = new KeyFile(data.path().resolve("keys"));
  }

  /** The keys; empty if none are set and none were made yet. */
  public Optional<Keys> read() {
    return settings.keys().or(file::read);
  }

  /** The keys; made if there are none yet, with a warning. */
  public Keys readOrMake() {
    if (settings.keys().isPresent()) {
      return settings.keys().get();
    }
    boolean made = file.read().isEmpty();
    Keys keys = file.readOrMake();
    if (made) {
      log.warn(
          "RAPPORT_KEYS is not set, so keys were made in {}: keep a copy of that file, for without"
              + " it secrets in the database cannot be read",
          file.path());
    }
    if (onOneDisk()) {
      log.warn("{}", onOneDiskOnly());
    }
    return keys;
  }

  /** Whether several machines may share the database but not the keys. */
  public boolean onOneDisk() {
    return settings.keys().isEmpty() && Store.embeddedFile(data, settings.databaseUrl()).isEmpty();
  }

  /** What is wrong with that. */
  public String onOneDiskOnly() {
    return "RAPPORT_KEYS is not set, and the keys in "
        + file.path()
        + " are on this disk only: another Rapport on the same database cannot read what this one"
        + " seals. Set RAPPORT_KEYS to the same keys for all of them";
  }
}
