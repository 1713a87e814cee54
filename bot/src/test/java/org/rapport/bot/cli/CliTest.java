package org.rapport.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.bot.store.DataFolder;

class CliTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "serve --fast",
        "ask",
        "ask --json",
        "ask one two",
        "ask one --batch two",
        "rollback",
        "rollback two",
        "backup",
        "evaluate",
        "evaluate --corpus a",
        "evaluate --golden a --corpus b --queries c",
        "unanswered --json --csv",
        "unanswered --since 0",
        "unanswered --since yesterday",
      })
  void wrongUsageIsOneLineAndExitCodeTwo(String line) {
    CommandRun run = CommandRun.of(home, line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).first().asString().contains("--help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void helpNamesEveryCommandButTheBuildsOwn() {
    CommandRun run = CommandRun.of(home, "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("serve", "ask", "reindex", "generations", "rollback", "evaluate", "doctor")
        .contains("review", "unanswered", "backup", "restore")
        .doesNotContain("train");
  }

  @Test
  void theVersionIsTold() {
    CommandRun run = CommandRun.of(home, "--version");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Rapport ").contains("Java 25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"serve", "ask why", "generations", "unanswered", "doctor", "backup x.zip"})
  void wrongSettingsStopEveryCommandWithOneLineEach(String line) {
    CommandRun run =
        CommandRun.with(home, List.of("PORT", "many", "RAPPORT_DATTA", "x"), line.split(" "));

    assertThat(run.code()).isEqualTo(1);
    assertThat((run.out() + run.err()).lines())
        .hasSize(2)
        .anyMatch(problem -> problem.contains("PORT must be a whole number"))
        .anyMatch(problem -> problem.contains("did you mean RAPPORT_DATA?"));
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() {
    DataFolder data = new DataFolder(home.resolve("data"));
    try (DataFolder.Lock held = data.lock().orElseThrow()) {
      CommandRun run = CommandRun.with(home, List.of("PORT", "0"), "serve");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).startsWith("Another Rapport is serving from").hasLineCount(1);
    }
  }
}
