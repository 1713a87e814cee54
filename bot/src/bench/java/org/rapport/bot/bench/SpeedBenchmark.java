package org.rapport.bot.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.rapport.bot.bench.Workplace.Shape;
import org.rapport.knowledge.content.Content;
import org.rapport.knowledge.content.ShippedContent;

/** Measures what the README beside the questions describes; ends with 1 if a bar is missed. */
final class SpeedBenchmark {
  private static final int STEADY = 50;
  private static final Shape FULL = Load::full;
  private static final Shape FIXED = (load, requests) -> load.steady(requests, STEADY);

  private final Report report = new Report(System.out);
  private final Workplace workplace;
  private final List<String> warmUp;
  private final List<String> distinct;
  private final List<String> nearRepeats;
  private final boolean quick;

  private SpeedBenchmark(Workplace workplace, Content guidance, boolean quick) throws IOException {
    this.workplace = workplace;
    this.warmUp = QuestionFile.WARM_UP.checked(guidance);
    this.distinct = QuestionFile.DISTINCT.checked(guidance);
    this.nearRepeats = QuestionFile.NEAR_REPEATS.checked(guidance);
    this.quick = quick;
  }

  /** With {@code --quick}, for work on the product, everything is measured once and less of it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean quick = List.of(arguments).contains("--quick");
    Content guidance = ShippedContent.read();
    int missed;
    try (Workplace workplace = new Workplace(new AnswerCheck(guidance))) {
      missed = new SpeedBenchmark(workplace, guidance, quick).run();
    }
    System.exit(missed == 0 ? 0 : 1);
  }

  private int run() throws IOException, InterruptedException {
    report.note(Machine.described());
    report.note("Load before: " + Machine.load() + "\n");
    report.heading();
    workplace.command("--version"); // Builds first, if need be.
    report.figure(
        Bar.under(15, "indexing the guidance from nothing, s"), workplace.command("reindex"));
    report.figure(
        Bar.under(2, "indexing it again with nothing changed, s"), workplace.command("reindex"));
    report.figure(Bar.under(2.5, "from start to ready, s"), starts());
    fullLoad("full load", distinct, 300);
    fullLoad("full load, near-repeats", nearRepeats, 450);
    steadyLoad();
    report.note("\nLoad after: " + Machine.load() + "; bars missed: " + report.missed());
    return report.missed();
  }

  private double[] starts() throws IOException, InterruptedException {
    workplace.start(); // The first one makes the database.
    double[] seconds = new double[quick ? 2 : 10];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = workplace.start();
    }
    return seconds;
  }

  private void fullLoad(String name, List<String> questions, int perSecond)
      throws IOException, InterruptedException {
    List<Round> rounds = rounds(quick ? 1 : 3, questions, FULL);
    report.figure(Bar.atLeast(perSecond, name + ": answers/s"), each(rounds, Round::perSecond));
    report.figure(Bar.under(5, name + ": CPU per answer, ms"), each(rounds, Round::cpu));
    latencies(name, rounds, 50, 95, 99, 100);
    surroundings(name, rounds);
  }

  private void steadyLoad() throws IOException, InterruptedException {
    String name = STEADY + " questions/s";
    List<Round> rounds = rounds(1, quick ? distinct.subList(0, 500) : distinct, FIXED);
    latencies(name, rounds, 50);
    report.figure(
        Bar.under(20, name + ": p99, ms"), each(rounds, round -> round.latency().millis(99)));
    report.figure(name + ": CPU per answer, ms", each(rounds, Round::cpu));
    surroundings(name, rounds);
  }

  private void surroundings(String name, List<Round> rounds) {
    report.figure(
        Bar.under(512, name + ": resident afterwards, MB"), each(rounds, Round::resident));
    report.figure(name + ": resident at most, MB", each(rounds, Round::peak));
    report.figure(name + ": other programs took, % of the machine", each(rounds, Round::others));
    report.figure(name + ": Found, of 100", each(rounds, SpeedBenchmark::foundInHundred));
  }

  private void latencies(String name, List<Round> rounds, int... percents) {
    for (int percent : percents) {
      report.figure(
          name + (percent == 100 ? ": worst, ms" : ": p" + percent + ", ms"),
          each(rounds, round -> round.latency().millis(percent)));
    }
  }

  private List<Round> rounds(int count, List<String> questions, Shape shape)
      throws IOException, InterruptedException {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rounds.add(workplace.round(quick ? warmUp.subList(0, 1_000) : warmUp, questions, shape));
    }
    return rounds;
  }

  private static double foundInHundred(Round round) {
    int all = round.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    return 100.0 * round.outcomes().getOrDefault("found", 0) / all;
  }

  private static double[] each(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).toArray();
  }
}
