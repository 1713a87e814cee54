package org.rapport.bot.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rapport.bot.bench.Load.Result;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;

/**
 * Measures how soon Rapport acknowledges what happens in Slack, while Slack is slow to take the
 * answers; ends with 1 if a bar is missed.
 */
final class AckBenchmark {
  private static final int PER_SECOND = 200;
  private static final int WARM_UP = 500;
  private static final int PEOPLE = 5_000;
  private static final int MANY = 1_000;
  private static final int PEOPLE_IN_EACH = 100;
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Map<String, String> INSTALLS =
      Map.of(
          "SLACK_CLIENT_ID", "1.2",
          "SLACK_CLIENT_SECRET", "benchmark",
          "RAPPORT_ASKS_PER_MINUTE", "0");

  private final Report report = new Report(System.out);
  private final Workplace workplace;
  private final List<String> warmUp;
  private final List<String> questions;

  /**
   * What came of one server.
   *
   * @param acks how long each acknowledgement took
   * @param drained how long the last answer took after the last acknowledgement, in seconds
   * @param resident memory of the process afterwards, in megabytes
   */
  private record Round(Percentiles acks, double drained, double resident, double peak) {}

  private AckBenchmark(Workplace workplace, Content guidance) throws IOException {
    this.workplace = workplace;
    this.warmUp = QuestionFile.WARM_UP.checked(guidance).subList(0, WARM_UP);
    this.questions = QuestionFile.DISTINCT.checked(guidance);
  }

  /** With {@code --many}, a thousand workspaces are compared with one. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Content guidance = ShippedContent.read();
    int missed;
    try (Workplace workplace = new Workplace(new AnswerCheck(guidance))) {
      missed = new AckBenchmark(workplace, guidance).run(List.of(arguments).contains("--many"));
    }
    System.exit(missed == 0 ? 0 : 1);
  }

  private int run(boolean many) throws IOException, InterruptedException {
    report.note(Machine.described());
    report.note("Load before: " + Machine.load() + "\n");
    report.heading();
    workplace.command("reindex");
    Round one = round(1, PEOPLE);
    tell("one workspace", one);
    if (many) {
      Round all = round(MANY, PEOPLE_IN_EACH);
      tell(MANY + " workspaces", all);
      compare("acknowledgement p99", one.acks().millis(99), all.acks().millis(99));
      compare("resident at most", one.peak(), all.peak());
    }
    report.note("\nLoad after: " + Machine.load() + "; bars missed: " + report.missed());
    return report.missed();
  }

  private void tell(String name, Round round) {
    report.figure(name + ": acknowledgement p50, ms", round.acks().millis(50));
    report.figure(Bar.under(50, name + ": acknowledgement p99, ms"), round.acks().millis(99));
    report.figure(Bar.under(3_000, name + ": worst acknowledgement, ms"), round.acks().millis(100));
    report.figure(name + ": last answer after the last acknowledgement, s", round.drained());
    report.figure(name + ": resident afterwards, MB", round.resident());
    report.figure(name + ": resident at most, MB", round.peak());
  }

  private void compare(String what, double one, double many) {
    report.figure(
        Bar.under(120, what + " with " + MANY + " workspaces, % of one's"), 100 * many / one);
  }

  private Round round(int workspaces, int people) throws IOException, InterruptedException {
    try (FakeSlack slack = new FakeSlack(SLOW);
        RapportServer server =
            RapportServer.start(workplace.home(), workplace.ownData(), slack, INSTALLS)) {
      new Installs(server.port()).install(workspaces);
      MixedEvents events = server.events(workspaces, people);
      Load load = new Load(server.port());
      mustBeTaken(load.steady(events.requests(warmUp), PER_SECOND / 2), slack, 0);
      int before = slack.calls();
      Result result = load.steady(events.requests(questions), PER_SECOND);
      double drained = mustBeTaken(result, slack, before);
      return new Round(
          result.nanos(), drained, server.megabytes("VmRSS"), server.megabytes("VmHWM"));
    }
  }

  /**
   * Waits until every event was answered.
   *
   * @return how long, in seconds
   * @throws IllegalStateException if one was not acknowledged, or not answered
   */
  private static double mustBeTaken(Result result, FakeSlack slack, int before)
      throws InterruptedException {
    long refused = result.responses().stream().filter(response -> response.status() != 200).count();
    if (refused > 0) {
      throw new IllegalStateException(refused + " events were not acknowledged");
    }
    long from = System.nanoTime();
    int expected = before + MixedEvents.answeredAfterwards(result.responses().size());
    while (slack.calls() < expected) {
      if (System.nanoTime() - from > PATIENCE.toNanos()) {
        throw new IllegalStateException(expected - slack.calls() + " events were not answered");
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return (System.nanoTime() - from) / 1e9;
  }
}
