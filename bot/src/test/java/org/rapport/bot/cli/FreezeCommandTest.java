package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapport.bot.store.Store;

class FreezeCommandTest {
  @TempDir Path home;

  @Test
  void anOrganisationIsFrozenAndUnfrozen() {
    run("grant", "slack:T0TRUST/U0AMA", "admin");

    assertThat(run("freeze").out()).contains("Nothing is sent any more: slack T0TRUST");
    assertThat(frozen()).hasSize(1);
    assertThat(run("unfreeze").out()).contains("Nudges go out again: slack T0TRUST");
    assertThat(frozen()).isEmpty();
  }

  @Test
  void everywhereIsFrozenBeforeThereIsAnyOrganisation() {
    assertThat(run("freeze", "--everywhere").out()).contains("everywhere");
    assertThat(frozen()).containsExactly("");
    assertThat(run("unfreeze", "--everywhere").code()).isZero();
    assertThat(frozen()).isEmpty();
  }

  @Test
  void withSeveralOrganisationsItAsksWhich() {
    run("grant", "slack:T0TRUST/U0AMA", "admin");
    run("grant", "slack:T0OTHER/U0BEN", "admin");

    CommandRun refused = run("freeze");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).hasLineCount(1).contains("Which organisation?", "T0TRUST", "T0OTHER");
    assertThat(frozen()).isEmpty();
  }

  @Test
  void oneAndEverywhereAreNotBoth() {
    assertThat(run("freeze", "--everywhere", "--organisation", "x").code()).isEqualTo(2);
  }

  private List<String> frozen() {
    try (Store store = Store.embedded(home.resolve("data/rapport.db"))) {
      return store.read(
          handle -> handle.select("select organisation_id from frozen").mapTo(String.class).list());
    }
  }

  private CommandRun run(String... arguments) {
    return CommandRun.with(
        home, List.of("RAPPORT_DATA", home.resolve("data").toString()), arguments);
  }
}
