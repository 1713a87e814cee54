package org.rapport.bot.endtoend;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapport.bot.store.TestDatabase;

/** Rapport, running anew for each test, and each test on each kind of database. */
@ParameterizedClass
@EnumSource
abstract class OnEachDatabase {
  @Parameter TestDatabase database;

  @TempDir Path home;

  RunningRapport rapport;

  @BeforeEach
  void start() {
    rapport = RunningRapport.on(database.freshUrl(home), home, variables());
  }

  @AfterEach
  void stop() {
    rapport.close();
  }

  /** Settings beside the usual ones. */
  Map<String, String> variables() {
    return Map.of();
  }
}
