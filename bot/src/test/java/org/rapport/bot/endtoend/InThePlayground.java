package org.rapport.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.Chromium;

/** People with a client like Teams and a real browser, before Rapport as it runs. */
abstract class InThePlayground {
  /** The Playground has no tokens, so Rapport takes it without an app id, in development only. */
  private static final Map<String, String> WITHOUT_APP_ID =
      Map.of(
          "RAPPORT_DEV", "true",
          "MicrosoftAppId", "",
          "MicrosoftAppPassword", "",
          "MicrosoftAppType", "",
          "RAPPORT_TEAMS_TENANTS", "",
          "RAPPORT_ADMINS", PlaygroundPerson.LEAD_ADDRESS);

  @TempDir Path home;

  RunningRapport rapport;

  private final List<PlaygroundPerson> people = new ArrayList<>();
  private Chromium browser;

  @BeforeEach
  void start() {
    rapport = RunningRapport.on(Optional.empty(), home, WITHOUT_APP_ID, clock());
    browser = Chromium.launch();
  }

  /** A client that is there has taken every message of Rapport. */
  @AfterEach
  void stop() {
    List<String> log = rapport.log.lines();
    people.forEach(PlaygroundPerson::close);
    browser.close();
    rapport.close();
    assertThat(log).noneMatch(line -> line.contains("no_reply"));
  }

  /** What time it is for Rapport. */
  InstantSource clock() {
    return InstantSource.system();
  }

  /** A time that goes on from a moment of one's choice. */
  static InstantSource from(Instant moment) {
    return InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), moment));
  }

  /** Opens somebody's client. */
  PlaygroundPerson person(String name) {
    PlaygroundPerson person = PlaygroundPerson.open(name, rapport, browser);
    people.add(person);
    return person;
  }
}
