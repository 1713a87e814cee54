package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.ask.LogOdds;
import org.rapport.knowledge.ask.Signals;
import org.rapport.knowledge.evaluate.GoldenQuestion.Expect;

/**
 * Fits the confidence on golden questions: a logistic regression for what is far against what is in
 * scope, and one for what is near against it.
 */
public final class Calibration {
  private static final int FOLDS = 5;

  private record Example(double[] features, Expect expect, boolean right) {}

  private record Model(LogOdds far, LogOdds near) {
    static Model fit(List<Example> examples) {
      return new Model(against(Expect.FAR, examples), against(Expect.NEAR, examples));
    }

    private static LogOdds against(Expect kind, List<Example> examples) {
      return LogisticFit.fit(
          examples.stream()
              .filter(example -> example.expect() == kind || example.expect() == Expect.FOUND)
              .map(example ->
                  new LogisticFit.Case(
                      DoubleStream.of(example.features()).boxed().toList(),
                      example.expect() == kind))
              .toList());
    }

    double confidence(double[] features) {
      return LogOdds.neither(far.of(features), near.of(features));
    }

    double standing(double[] features) {
      return LogOdds.standing(far.of(features), near.of(features));
    }
  }

  /**
   * The fit, and what it does to questions that it was not fitted on.
   *
   * @param weights for {@code confidence.properties}
   * @param wronglyRefused share of in-scope questions below the threshold, five folds
   * @param farHeld share of far questions below it
   * @param nearHeld share of near questions below it
   * @param reliability of the confidence, right being a first section that is right
   */
  public record Report(
      Properties weights,
      double wronglyRefused,
      double farHeld,
      double nearHeld,
      Reliability reliability) {}

  private final List<Example> examples;
  // What a model says of questions that it was not fitted on.
  private final double[] unseen;
  private final double[] standings;

  private Calibration(List<Example> examples) {
    this.examples = examples;
    this.unseen = new double[examples.size()];
    this.standings = new double[examples.size()];
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      Model model = Model.fit(those(i -> i % FOLDS != held));
      for (int i = fold; i < unseen.length; i += FOLDS) {
        unseen[i] = model.confidence(examples.get(i).features());
        standings[i] = model.standing(examples.get(i).features());
      }
    }
  }

  /**
   * Fits.
   *
   * @param refuse the share of in-scope questions that may fall below the threshold, 0 to 1
   */
  public static Report fit(
      List<GoldenQuestion> questions,
      Function<String, Signals> signals,
      Function<String, Answer> ask,
      double refuse) {
    return new Calibration(
            questions.stream()
                .filter(question -> question.expect() != Expect.URGENT)
                .map(question ->
                    new Example(
                        signals.apply(question.words()).features(),
                        question.expect(),
                        question.isFirstRight(ask.apply(question.words()))))
                .toList())
        .report(refuse);
  }

  private Report report(double refuse) {
    double threshold = threshold(refuse);
    Model model = Model.fit(examples);
    Properties fitted = new Properties();
    model.far().write(fitted, "far.");
    model.near().write(fitted, "near.");
    fitted.setProperty("answer.from", String.format("%.3f", threshold));
    return new Report(
        fitted,
        below(threshold, Expect.FOUND),
        below(threshold, Expect.FAR),
        below(threshold, Expect.NEAR),
        Reliability.of(
            IntStream.range(0, unseen.length)
                .mapToObj(i -> new Reliability.Said(unseen[i], examples.get(i).right()))
                .toList()));
  }

  /** Midway between the last that is refused and the first that is answered. */
  private double threshold(double refuse) {
    List<Double> answerable = standings(Expect.FOUND);
    int refused = (int) (refuse * answerable.size());
    double last = refused == 0 ? 0 : answerable.get(refused - 1);
    return (last + answerable.get(refused)) / 2;
  }

  private double below(double threshold, Expect expect) {
    List<Double> all = standings(expect);
    long below = all.stream().filter(standing -> standing < threshold).count();
    return all.isEmpty() ? 1 : (double) below / all.size();
  }

  private List<Double> standings(Expect expect) {
    return IntStream.range(0, standings.length)
        .filter(i -> examples.get(i).expect() == expect)
        .mapToObj(i -> standings[i])
        .sorted()
        .toList();
  }

  private List<Example> those(IntPredicate wanted) {
    List<Example> those = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if (wanted.test(i)) {
        those.add(examples.get(i));
      }
    }
    return those;
  }
}
