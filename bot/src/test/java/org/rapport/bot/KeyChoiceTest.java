package org.rapport.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.store.DataFolder;

class KeyChoiceTest {
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path home;

  @BeforeEach
  void makeTheDataFolder() {
    new DataFolder(home.resolve("data")).create();
  }

  @Test
  void keysThatAreSetAreUsedAndNoneAreMade() {
    KeyChoice choice = choice(Map.of("RAPPORT_KEYS", KEY));

    assertThat(choice.readOrMake()).hasToString(choice.read().orElseThrow().toString());
    assertThat(home.resolve("data/keys")).doesNotExist();
  }

  @Test
  void withoutThemTheyAreMadeOnceWithAWarning() {
    KeyChoice choice = choice(Map.of());
    assertThat(choice.read()).isEmpty();

    try (CapturedLog log = new CapturedLog()) {
      String made = choice.readOrMake().toString();
      assertThat(choice.readOrMake()).hasToString(made);
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("keys were made in " + home.resolve("data/keys"), "keep a copy");
    }
  }

  @Test
  void serversOnOneDatabaseAreToldThatTheyNeedTheSameKeys() {
    KeyChoice choice = choice(Map.of("DATABASE_URL", "jdbc:postgresql://127.0.0.1:9/x"));
    choice.readOrMake();

    try (CapturedLog log = new CapturedLog()) {
      choice.readOrMake();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .contains("another Rapport on the same database cannot read what this one seals");
    }
  }

  private KeyChoice choice(Map<String, String> variables) {
    return new KeyChoice(new SettingsReader(variables, home).read());
  }
}
