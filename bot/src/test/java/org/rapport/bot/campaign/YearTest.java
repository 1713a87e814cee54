package org.rapport.bot.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The simulated year of the benchmarks, with fewer people. */
class YearTest {
  private static final Path BENCHMARK =
      Path.of("src/bench/java/org/rapport/bot/bench/YearBenchmark.java");

  @Test
  void inAYearNobodyGetsANudgeAtAWrongTime() throws IOException, InterruptedException {
    Process year =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BENCHMARK.toString(),
                "50")
            .redirectErrorStream(true)
            .start();
    String told = new String(year.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    year.waitFor();

    assertThat(told)
        .contains("| nudges at a wrong time | 0.00 | under 1, met |")
        .contains("| neither sent nor skipped | 0.00 | under 1, met |");
    assertThat(told.lines().filter(line -> line.contains("**missed**")))
        .as("other than the time it took, which is the benchmark's to judge")
        .allMatch(line -> line.startsWith("| a year for 50 people"));
  }
}
