package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Question;
import org.rapport.knowledge.Trial;

/**
 * Asks golden questions of what is live and of what is to go live, and compares what they say.
 *
 * @param asked how many questions were asked
 * @param untouched how many were not, as the change cannot touch them
 * @param rightBefore how many of those asked are answered right by what is live
 * @param rightAfter how many would be
 * @param changes every question whose answer would be another
 */
public record Gate(
    int asked, int untouched, int rightBefore, int rightAfter, List<Change> changes) {
  /** What a release may lose unless told otherwise: 1 of 100 questions. */
  public static final double USUAL_MARGIN = 0.01;

  public Gate {
    changes = List.copyOf(changes);
  }

  /**
   * A question with another answer.
   *
   * @param before what it is answered from, or what else comes of it
   * @param after what it would be answered from
   */
  public record Change(
      GoldenQuestion question,
      String before,
      boolean rightBefore,
      String after,
      boolean rightAfter) {}

  /** Asks all questions on both sides, several at a time. */
  public static Gate ofAll(List<GoldenQuestion> questions, Trial trial) {
    trial.learn(asked(questions));
    return compare(questions, questions.size(), trial);
  }

  /** Asks those that may get another answer. */
  public static Gate ofTouched(List<GoldenQuestion> questions, Trial trial) {
    trial.learn(asked(questions));
    List<GoldenQuestion> touched =
        questions.parallelStream()
            .filter(question -> trial.mayDiffer(question.asked(), question.facts()))
            .toList();
    return compare(touched, questions.size(), trial);
  }

  /** The questions as people ask them. */
  public static List<Question> asked(List<GoldenQuestion> questions) {
    return questions.stream().map(GoldenQuestion::asked).toList();
  }

  private static Gate compare(List<GoldenQuestion> questions, int all, Trial trial) {
    List<Pair> pairs =
        questions.parallelStream()
            .map(question ->
                new Pair(question, trial.before(question.asked()), trial.after(question.asked())))
            .toList();
    List<Change> changes = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (Pair pair : pairs) {
      before += pair.rightBefore() ? 1 : 0;
      after += pair.rightAfter() ? 1 : 0;
      if (pair.isChange()) {
        changes.add(pair.change());
      }
    }
    return new Gate(pairs.size(), all - pairs.size(), before, after, changes);
  }

  /** Share of the questions asked that are answered right by what is live, 0 to 1; 1 of none. */
  public double scoreBefore() {
    return asked == 0 ? 1 : (double) rightBefore / asked;
  }

  /** Share of the questions asked that would be answered right, 0 to 1; 1 of none. */
  public double scoreAfter() {
    return asked == 0 ? 1 : (double) rightAfter / asked;
  }

  /**
   * Whether what is next may go live.
   *
   * @param margin what share of all questions it may lose, 0 to 1
   */
  public boolean passes(double margin) {
    return rightBefore - rightAfter <= margin * (asked + untouched);
  }

  /** The questions that are answered right now and would not be. */
  public List<Change> lost() {
    return changes.stream().filter(change -> change.rightBefore() && !change.rightAfter()).toList();
  }

  private record Pair(GoldenQuestion question, Answer live, Answer next) {
    boolean rightBefore() {
      return question.isAnsweredRightBy(live);
    }

    boolean rightAfter() {
      return question.isAnsweredRightBy(next);
    }

    boolean isChange() {
      return !text(live).equals(text(next));
    }

    Change change() {
      return new Change(question, gist(live), rightBefore(), gist(next), rightAfter());
    }

    /** All that a person would read of it. */
    private static String text(Answer answer) {
      return switch (answer) {
        case Answer.Found found ->
            String.join(
                "\n",
                found.section(),
                found.shortAnswer(),
                String.join("\n", found.steps()),
                String.join("\n", found.watchOuts()),
                found.examplePost().orElse(""));
        case Answer.Unsure _, Answer.OutOfScope _, Answer.Urgent _ -> gist(answer);
      };
    }

    private static String gist(Answer answer) {
      return switch (answer) {
        case Answer.Found found -> found.section();
        case Answer.Unsure _ -> "unsure";
        case Answer.OutOfScope beyond -> "out of scope: " + beyond.reason().id();
        case Answer.Urgent _ -> "urgent";
      };
    }
  }
}
