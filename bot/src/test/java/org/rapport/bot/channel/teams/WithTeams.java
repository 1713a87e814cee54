package org.rapport.bot.channel.teams;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.channel.Address;

/** The Teams channel, running anew for each test. */
abstract class WithTeams {
  static final Address CEO = new Address(Address.Kind.TEAMS, "tenant-one", "aad-ceo");

  @TempDir Path folder;
  TeamsWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new TeamsWorld(folder);
  }

  @AfterEach
  void stop() throws Exception {
    world.close();
  }
}
