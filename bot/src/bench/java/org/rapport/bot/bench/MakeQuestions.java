package org.rapport.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rapport.knowledge.content.ShippedContent;

/**
 * Writes the question files anew from {@code templates.txt}; the same templates and guidance give
 * the same files. No question is in two files or in the guidance.
 */
final class MakeQuestions {
  private static final long SEED = 20261122;
  private static final int REPEATS_IN_HUNDRED = 40;

  private final Random random = new Random(SEED);
  private final Typing typing = new Typing(random);
  private final Templates templates;
  private final Set<String> taken;

  private MakeQuestions(Templates templates, Set<String> guidance) {
    this.templates = templates;
    this.taken = guidance;
  }

  public static void main(String[] arguments) throws IOException {
    MakeQuestions make =
        new MakeQuestions(
            Templates.read(QuestionFile.folder().resolve("templates.txt")),
            new HashSet<>(QuestionFile.lines(ShippedContent.read())));
    for (QuestionFile file : QuestionFile.values()) {
      Files.write(
          file.path(), file == QuestionFile.NEAR_REPEATS ? make.nearRepeats() : make.distinct());
    }
  }

  private List<String> distinct() {
    List<String> questions = new ArrayList<>();
    while (questions.size() < QuestionFile.SIZE) {
      questions.add(fresh());
    }
    return questions;
  }

  private List<String> nearRepeats() {
    List<String> questions = new ArrayList<>();
    List<String> first = new ArrayList<>();
    int repeats = 0;
    for (int i = 0; i < QuestionFile.SIZE; i++) {
      boolean repeat = !first.isEmpty() && repeats * 100 < i * REPEATS_IN_HUNDRED;
      if (repeat) {
        questions.add(typing.again(first.get(random.nextInt(first.size()))));
        repeats++;
      } else {
        first.add(fresh());
        questions.add(first.getLast());
      }
    }
    return questions;
  }

  /** A question that is new both in its plain words and as it was typed. */
  private String fresh() {
    while (true) {
      String plain = templates.question(random);
      String typed = typing.typed(plain);
      String folded = QuestionFile.folded(typed);
      if (!taken.contains(folded) && taken.add(QuestionFile.folded(plain))) {
        taken.add(folded);
        return typed;
      }
    }
  }
}
