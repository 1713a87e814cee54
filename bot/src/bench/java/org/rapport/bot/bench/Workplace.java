package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.bot.bench.Load.Result;

/**
 * Runs the product from its own scripts, in a folder that is made anew. Each round has a server and
 * a database of its own, so that nothing that is measured was asked before.
 */
final class Workplace implements AutoCloseable {
  private final Path home = Path.of(System.getProperty("rapport.home", "")).toAbsolutePath();
  private final Path folder = home.resolve("bot/target/benchmark");
  private final Path data = folder.resolve("data");
  private final FakeSlack slack = new FakeSlack(Duration.ZERO);
  private final AnswerCheck check;
  private int rounds;

  Workplace(AnswerCheck check) throws IOException {
    this.check = check;
    Folders.delete(folder);
    Files.createDirectories(data);
  }

  /** Puts some load on a server. */
  interface Shape {
    Result apply(Load load, List<byte[]> requests) throws IOException, InterruptedException;
  }

  /** Runs a command of the product on the data folder; returns how long it took, in seconds. */
  double command(String name) throws IOException, InterruptedException {
    Path log = folder.resolve(name + ".log");
    ProcessBuilder command =
        new ProcessBuilder(home.resolve("deploy/rapport").toString(), name)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    command.environment().put("RAPPORT_DATA", data.toString());
    long from = System.nanoTime();
    if (command.start().waitFor() != 0) {
      throw new IllegalStateException("The command failed; see " + log);
    }
    return (System.nanoTime() - from) / 1e9;
  }

  /**
   * Starts a server on the built index and stops it; returns after how many seconds it was ready.
   */
  double start() throws IOException, InterruptedException {
    try (RapportServer server = RapportServer.start(home, data, slack)) {
      return server.readyAfter().toMillis() / 1e3;
    }
  }

  /**
   * Warms a new server up, then asks it the questions.
   *
   * @throws IllegalStateException if anything but an answer came back
   */
  Round round(List<String> warmUp, List<String> questions, Shape shape)
      throws IOException, InterruptedException {
    try (RapportServer server = RapportServer.start(home, ownData(), slack)) {
      Load load = new Load(server.port());
      SlashCommands commands = server.commands();
      server.awaitAnswered(load.full(commands.requests(warmUp)).responses().size());
      Map<String, Integer> before = server.answered();
      int lateBefore = slack.calls();
      List<byte[]> requests = commands.requests(questions);
      double cpu = server.cpuMillis();
      double ours = cpu + ownCpuMillis();
      double all = Machine.cpuMillis();
      Result result = shape.apply(load, requests);
      double used = server.cpuMillis() - cpu;
      double others = Machine.cpuMillis() - all - (server.cpuMillis() + ownCpuMillis() - ours);
      Map<String, Integer> outcomes = check.outcomes(result.responses());
      mustEqual(slack.calls(), lateBefore, "late answers");
      mustEqual(server.answered(), sum(before, outcomes), "answers by the server's own count");
      return new Round(
          result.perSecond(),
          used / questions.size(),
          others / (result.seconds() * 10 * Runtime.getRuntime().availableProcessors()),
          result.nanos(),
          server.megabytes("VmRSS"),
          server.megabytes("VmHWM"),
          outcomes);
    }
  }

  private static double ownCpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  private static void mustEqual(Object found, Object expected, String what) {
    if (!found.equals(expected)) {
      throw new IllegalStateException(what + ": " + found + " instead of " + expected);
    }
  }

  private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
    return Stream.of(one, other)
        .flatMap(counts -> counts.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
  }

  /** Where the product is. */
  Path home() {
    return home;
  }

  /** A copy of the data folder for one server. */
  Path ownData() throws IOException {
    rounds++;
    return Folders.copy(data, folder.resolve("round-" + rounds));
  }

  @Override
  public void close() {
    slack.close();
  }
}
