package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Passage;

/** Asks golden questions and counts what came of them. */
public final class GoldenEvaluation {
  private int found;
  private int rightFirst;
  private int rightInThree;
  private int answeredRight;
  private int citedRight;
  private int refused;
  private int near;
  private int nearHeld;
  private int far;
  private int farHeld;
  private int urgent;
  private int urgentSeen;
  private int falseAlarms;
  private final List<Miss> misses = new ArrayList<>();

  /** A question that did not get what it should. */
  public record Miss(GoldenQuestion question, String why, List<String> sections) {}

  /**
   * The counts. Shares are 0 to 1, and 1 where there was no such question.
   *
   * @param inScope how many questions are in scope
   * @param rightFirst share of those whose best section is right
   * @param rightInThree share of those with a right one among the best three
   * @param answeredRight share of those that were answered, and from a right section
   * @param citedRight share of right answers that cite a source of a right fact
   * @param wronglyRefused share of those that were not answered
   * @param farHeld share of far questions that were not answered
   * @param nearHeld share of near questions that were not answered
   * @param urgentSeen share of urgent questions that were seen as such
   * @param falseAlarms how many others were taken as urgent
   */
  public record Report(
      int inScope,
      double rightFirst,
      double rightInThree,
      double answeredRight,
      double citedRight,
      double wronglyRefused,
      int far,
      double farHeld,
      int near,
      double nearHeld,
      int urgent,
      double urgentSeen,
      int falseAlarms,
      List<Miss> misses) {
    public Report {
      misses = List.copyOf(misses);
    }
  }

  private GoldenEvaluation() {}

  /** Asks every question. */
  public static Report run(List<GoldenQuestion> questions, Function<String, Answer> ask) {
    GoldenEvaluation counts = new GoldenEvaluation();
    for (GoldenQuestion question : questions) {
      counts.count(question, ask.apply(question.words()));
    }
    return counts.report();
  }

  private void count(GoldenQuestion question, Answer answer) {
    boolean answered = answer instanceof Answer.Found;
    if (answer instanceof Answer.Urgent && question.expect() != GoldenQuestion.Expect.URGENT) {
      falseAlarms++;
    }
    switch (question.expect()) {
      case FOUND -> inScope(question, answer, answered);
      case NEAR -> {
        near++;
        nearHeld += held(question, answer, answered);
      }
      case FAR -> {
        far++;
        farHeld += held(question, answer, answered);
      }
      case URGENT -> {
        urgent++;
        if (answer instanceof Answer.Urgent) {
          urgentSeen++;
        } else {
          miss(question, "not seen as urgent", answer);
        }
      }
    }
  }

  private void inScope(GoldenQuestion question, Answer answer, boolean answered) {
    found++;
    List<Boolean> right = answer.passages().stream().limit(3).map(question::isRight).toList();
    boolean first = !right.isEmpty() && right.getFirst();
    rightFirst += first ? 1 : 0;
    rightInThree += right.contains(true) ? 1 : 0;
    if (first && answer instanceof Answer.Found shown) {
      answeredRight++;
      citedRight += shown.citations().stream().anyMatch(question::isBackedBy) ? 1 : 0;
    }
    refused += answered ? 0 : 1;
    if (!answered) {
      miss(question, "refused, " + (first ? "though right" : "and wrong"), answer);
    } else if (!first) {
      miss(question, right.contains(true) ? "right in three" : "wrong", answer);
    }
  }

  private int held(GoldenQuestion question, Answer answer, boolean answered) {
    if (answered) {
      miss(question, "answered", answer);
    }
    return answered ? 0 : 1;
  }

  private void miss(GoldenQuestion question, String why, Answer answer) {
    misses.add(
        new Miss(
            question, why, answer.passages().stream().limit(3).map(Passage::section).toList()));
  }

  private Report report() {
    return new Report(
        found,
        share(rightFirst, found),
        share(rightInThree, found),
        share(answeredRight, found),
        share(citedRight, answeredRight),
        share(refused, found),
        far,
        share(farHeld, far),
        near,
        share(nearHeld, near),
        urgent,
        share(urgentSeen, urgent),
        falseAlarms,
        misses);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
