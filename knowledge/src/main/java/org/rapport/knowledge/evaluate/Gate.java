package org.rapport.knowledge.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Question;

/**
 * Asks golden questions of what is live and of what is to go live, and compares what they say.
 *
 * @param asked how many questions were asked
 * @param rightBefore how many of them are answered right by what is live
 * @param rightAfter how many would be
 * @param changes every question whose answer would be another
 */
public record Gate(int asked, int rightBefore, int rightAfter, List<Change> changes) {
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

  /** What answers a question. */
  public interface Asking {
    Answer ask(Question question);
  }

  /** Compares; each question is asked on both sides, several at a time. */
  public static Gate compare(List<GoldenQuestion> questions, Asking live, Asking next) {
    List<Pair> pairs =
        questions.parallelStream()
            .map(question -> {
              Question words = new Question(question.words());
              return new Pair(question, live.ask(words), next.ask(words));
            })
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
    return new Gate(pairs.size(), before, after, changes);
  }

  /** Share of the questions that are answered right by what is live, 0 to 1; 1 of none. */
  public double scoreBefore() {
    return asked == 0 ? 1 : (double) rightBefore / asked;
  }

  /** Share of the questions that would be answered right, 0 to 1; 1 of none. */
  public double scoreAfter() {
    return asked == 0 ? 1 : (double) rightAfter / asked;
  }

  /**
   * Whether what is next may go live.
   *
   * @param margin by how much its score may be lower, 0 to 1
   */
  public boolean passes(double margin) {
    return scoreAfter() >= scoreBefore() - margin;
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
