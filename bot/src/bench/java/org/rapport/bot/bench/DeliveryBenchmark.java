package org.rapport.bot.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackChannel;
import org.rapport.bot.store.DataFolder;
import org.rapport.bot.store.Store;

/**
 * Measures planning and sending to 100,000 people; ends with 1 if a bar is missed. Takes the JDBC
 * URL of an empty PostgreSQL database, without which only SQLite is measured.
 */
final class DeliveryBenchmark {
  private static final int PEOPLE = 100_000;

  /** Through HTTP it is the rate that counts, and this many show it. */
  private static final int BY_SLACK = 20_000;

  private final Report report = new Report(System.out);

  private DeliveryBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    DeliveryBenchmark benchmark = new DeliveryBenchmark();
    benchmark.run(List.of(arguments).stream().findFirst());
    System.exit(benchmark.report.missed() == 0 ? 0 : 1);
  }

  private void run(Optional<String> postgres) throws IOException, InterruptedException {
    report.note(Machine.described());
    report.note("Load before: " + Machine.load() + "\n");
    report.heading();
    Path folder = Files.createTempDirectory("delivery");
    try {
      measure("SQLite", folder, Optional.empty(), 1, 3_000);
      if (postgres.isPresent()) {
        measure("PostgreSQL, two replicas", folder, postgres, 2, 2_000);
      }
      bySlack(folder);
    } finally {
      Folders.delete(folder);
    }
    report.note("\nLoad after: " + Machine.load() + "; bars missed: " + report.missed());
  }

  private void measure(String name, Path folder, Optional<String> url, int replicas, int perSecond)
      throws InterruptedException {
    try (MassMailing mailing = new MassMailing(() -> open(folder, name, url), replicas)) {
      try (OtherWrites others = new OtherWrites(mailing.store())) {
        report.figure(Bar.under(10, name + ": planning, s"), mailing.plan(PEOPLE));
        report.figure(
            Bar.under(0.3, name + ": longest wait of another write, s"), others.longestWait());
      }
      CountingChannel channel = new CountingChannel();
      double before = heap();
      report.figure(
          Bar.atLeast(perSecond, name + ": sent/s"), PEOPLE / mailing.send(channel, PEOPLE));
      report.figure(name + ": heap in use before and after, MB", before, heap());
      if (channel.taken() != PEOPLE) {
        throw new IllegalStateException("The channel got " + channel.taken() + " messages");
      }
    }
  }

  private void bySlack(Path folder) throws IOException, InterruptedException {
    try (FakeSlack slack = new FakeSlack(Duration.ZERO);
        SlackChannel channel =
            new SlackChannel(
                URI.create(slack.address() + "/api/"),
                new OneToken("xoxb-bench"),
                new SimpleMeterRegistry());
        MassMailing mailing = new MassMailing(() -> open(folder, "Slack", Optional.empty()), 1)) {
      mailing.plan(BY_SLACK);
      report.figure(
          Bar.atLeast(1_000, "through Slack's client: sent/s"),
          BY_SLACK / mailing.send(channel, BY_SLACK));
      if (slack.calls() != BY_SLACK) {
        throw new IllegalStateException("Slack got " + slack.calls() + " calls");
      }
    }
  }

  private static Store open(Path folder, String name, Optional<String> url) {
    return Store.open(new DataFolder(folder.resolve(name)), url);
  }

  /** What is in use once nothing is left to collect, in MB. */
  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }
}
