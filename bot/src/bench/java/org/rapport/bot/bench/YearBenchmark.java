package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Lets a year of campaigns pass for people in four time zones, and looks at every nudge: none at
 * night, on a bank holiday, in a freeze, over the cap or after a stop. Ends with 1 if a bar is
 * missed.
 */
final class YearBenchmark {
  private static final int USUAL_PEOPLE = 1_000;

  /** A file system in memory: a simulated year has no crash in it, so nothing waits for a disk. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private YearBenchmark() {}

  /** With a number, for so many people. */
  public static void main(String[] arguments) throws IOException {
    int people = arguments.length == 0 ? USUAL_PEOPLE : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory(MEMORY, "rapport-year");
    int missed;
    try {
      missed = missed(people, folder);
    } finally {
      Folders.delete(folder);
    }
    System.exit(missed == 0 ? 0 : 1);
  }

  private static int missed(int people, Path folder) throws IOException {
    Report report = new Report(System.out);
    report.note(Machine.described());
    report.heading();
    long began = System.nanoTime();
    try (YearWorld world = new YearWorld(folder, people)) {
      world.pass();
      double seconds = (System.nanoTime() - began) / 1e9;
      report.figure(Bar.under(60, "a year for " + people + " people, s"), seconds);
      report.figure(Bar.under(1, "nudges at a wrong time"), world.watch().wrong().size());
      report.figure(Bar.atLeast(people * 20.0, "nudges sent"), world.watch().sent());
      Map<String, Integer> outcomes = world.outcomes();
      for (String held : YearWorld.EXERCISED) {
        report.figure(
            Bar.atLeast(1, "skipped " + held), outcomes.getOrDefault("skipped " + held, 0));
      }
      report.figure(
          Bar.under(1, "neither sent nor skipped"),
          outcomes.entrySet().stream()
              .filter(each -> !each.getKey().startsWith("skipped") && !each.getKey().equals("sent"))
              .mapToInt(Map.Entry::getValue)
              .sum());
      outcomes.forEach((what, count) -> report.note(what + ": " + count));
      world.watch().wrong().stream().limit(20).forEach(report::note);
    }
    return report.missed();
  }
}
