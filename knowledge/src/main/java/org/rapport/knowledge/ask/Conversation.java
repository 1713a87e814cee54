package org.rapport.knowledge.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.knowledge.Answer;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;

/**
 * Answers what a person says: in the light of what they asked before, and both of two questions.
 */
final class Conversation {
  /** From here on an answer stands, though its question may point back. */
  private static final double SURE = 0.9;

  /** From here on an answer stands though its question leans, if context only repeats the last. */
  private static final double CERTAIN = 0.95;

  /** From here on an answer, or a refusal to, stands though "the" something may be known. */
  private static final double LIKELY = 0.8;

  /** From here on words that may point back are taken for distress for what they say. */
  private static final double DISTRESS = 0.78;

  /** From here on both of two answers are given. */
  private static final double SURE_OF_BOTH = 0.5;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!;:])\\s+");

  private final Function<String, Answer> answering;
  private final Function<String, Optional<Answer>> listening;

  /**
   * @param answering answers a text that says all that it is about
   * @param listening answers a clause of a text if it is of distress
   */
  Conversation(Function<String, Answer> answering, Function<String, Optional<Answer>> listening) {
    this.answering = answering;
    this.listening = listening;
  }

  Answer answer(Question question) {
    Answer one = one(question);
    if (one instanceof Answer.Urgent || isAskedByTitle(one)) {
      return one;
    }
    return Asides.in(question.text()).stream()
        .map(listening)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> both(question, withoutInstructions(question, one)));
  }

  /** The answer to a question that instructions stand beside: they are only text. */
  private Answer withoutInstructions(Question question, Answer one) {
    if (!(one instanceof Answer.OutOfScope beyond)
        || beyond.reason() != Answer.Reason.INSTRUCTIONS) {
      return one;
    }
    return Stream.of(SENTENCE_END.split(question.text()))
        .filter(sentence -> !sentence.equals(question.text()))
        .map(answering)
        .filter(Conversation::isSure)
        .findFirst()
        .orElse(one);
  }

  private static boolean isAskedByTitle(Answer answer) {
    return answer instanceof Answer.Found found && found.confidence() == 1;
  }

  /** The answers to both questions in it, if it holds two that are surely answered apart. */
  private Answer both(Question question, Answer one) {
    for (TwoQuestions two : TwoQuestions.in(question.text())) {
      Answer first = one(new Question(two.first(), question.earlier()));
      if (isDistress(first)) {
        return first;
      }
      Answer second = one(new Question(two.second(), List.of(two.first())));
      if (isDistress(second)) {
        return second;
      }
      if (first instanceof Answer.Found a
          && a.confidence() >= SURE_OF_BOTH
          && Leaning.namesATopic(two.second())) {
        String inContext = two.second() + " " + two.second() + " " + two.first();
        Optional<Answer.Found> other =
            other(second, a).or(() -> other(answering.apply(inContext), a));
        if (other.isPresent()) {
          return a.and(other.get(), passages(a, other.get(), one));
        }
      }
    }
    return one;
  }

  private static Optional<Answer.Found> other(Answer answer, Answer.Found first) {
    return answer instanceof Answer.Found found
            && found.confidence() >= SURE_OF_BOTH
            && !found.section().equals(first.section())
        ? Optional.of(found)
        : Optional.empty();
  }

  private static List<Passage> passages(Answer first, Answer second, Answer whole) {
    return Stream.of(
            first.passages().stream().limit(1),
            second.passages().stream().limit(1),
            whole.passages().stream())
        .flatMap(found -> found)
        .collect(
            Collectors.toMap(
                Passage::section, found -> found, (better, same) -> better, LinkedHashMap::new))
        .values()
        .stream()
        .limit(Answering.PASSAGES)
        .toList();
  }

  private Answer one(Question question) {
    Answer alone = answering.apply(question.text());
    if (question.earlier().isEmpty()) {
      return alone;
    }
    Leaning leaning = Leaning.of(question.text());
    boolean stands =
        switch (leaning) {
          case NONE -> true;
          case PERHAPS -> isDistress(alone) || alone.confidence() >= LIKELY;
          case POINTING -> isDistress(alone) || isSure(alone);
          case FULL -> isDistress(alone);
        };
    if (stands) {
      return alone;
    }
    Answer inContext = answering.apply(whole(question));
    boolean answersByItself =
        leaning == Leaning.PERHAPS ? alone instanceof Answer.Found : isCertain(alone);
    // Nobody goes on to ask for what they were just told.
    return answersByItself && isSame(inContext, answering.apply(topic(question.earlier())))
        ? alone
        : inContext;
  }

  private static boolean isSame(Answer one, Answer other) {
    return one instanceof Answer.Found a
        && other instanceof Answer.Found b
        && a.section().equals(b.section());
  }

  /** What is asked counts twice, as what came before it is only what it is about. */
  private static String whole(Question question) {
    String topic = topic(question.earlier());
    return Leaning.namesATopic(question.text())
        ? topic + " " + question.text() + " " + question.text()
        : topic;
  }

  /** The last question that said what it was about, and those after it that leant on it. */
  private static String topic(List<String> earlier) {
    int from = earlier.size() - 1;
    while (from > 0 && Leaning.of(earlier.get(from)) != Leaning.NONE) {
      from--;
    }
    return String.join(" ", earlier.subList(from, earlier.size()));
  }

  private static boolean isSure(Answer answer) {
    return answer instanceof Answer.Found found && found.confidence() >= SURE;
  }

  private static boolean isCertain(Answer answer) {
    return answer instanceof Answer.Found found && found.confidence() >= CERTAIN;
  }

  private static boolean isDistress(Answer answer) {
    return answer instanceof Answer.Urgent urgent && urgent.confidence() >= DISTRESS;
  }
}
