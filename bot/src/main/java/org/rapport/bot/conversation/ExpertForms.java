package org.rapport.bot.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Text;
import org.rapport.knowledge.Passage;

/** The forms in which an expert is asked and answers, as people see them. */
final class ExpertForms {
  static final String QUESTION = "question";
  static final String NAME = "name";
  static final String NAMED = "named";
  static final String UNNAMED = "unnamed";
  static final String ANSWER = "answer";
  static final String GUIDANCE = "guidance";
  static final String NONE = "none";

  /** Of a question, in characters. */
  private static final int LONGEST_QUESTION = 1_500;

  private static final int LONGEST_OPTION = 75;

  private final Wording wording;

  ExpertForms(Wording wording) {
    this.wording = wording;
  }

  /**
   * The asker's form.
   *
   * @param about the answer that it is under, if any
   * @param words what the question begins with
   */
  Form ask(String about, String words) {
    return new Form(
        ExpertAskForm.ID,
        wording.words("expert.ask.title"),
        List.of(new Block.Paragraph(wording.text("expert.ask.intro"))),
        List.of(question(words), name()),
        wording.words("form.send"),
        wording.words("form.missing"),
        about);
  }

  /**
   * The expert's form.
   *
   * @param closest the sections to choose from
   */
  Form answer(ExpertQuestion question, Stream<Passage> closest) {
    return new Form(
        ExpertAnswerForm.ID,
        wording.words("expert.answer.title"),
        List.of(new Block.Quote(wording.words("expert.question"), Text.plain(question.words()))),
        List.of(words(), guidance(closest)),
        wording.words("form.send"),
        wording.words("form.missing"),
        question.id());
  }

  private Field question(String words) {
    return new Field.Words(
        new Field.Ask(
            QUESTION,
            wording.words("expert.ask.question"),
            wording.words("expert.ask.question.hint"),
            false),
        true,
        LONGEST_QUESTION,
        words);
  }

  private Field name() {
    return new Field.OneOf(
        new Field.Ask(NAME, wording.words("expert.ask.name"), "", false),
        List.of(
            new Field.Option(NAMED, wording.words("expert.ask.named")),
            new Field.Option(UNNAMED, wording.words("expert.ask.unnamed"))),
        Optional.of(NAMED));
  }

  private Field words() {
    return new Field.Words(
        new Field.Ask(
            ANSWER,
            wording.words("expert.answer.words"),
            wording.words("expert.answer.words.hint"),
            false),
        true,
        Field.MOST_WORDS,
        "");
  }

  private Field guidance(Stream<Passage> closest) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option(NONE, wording.words("expert.answer.no-guidance")));
    closest
        .map(found -> new Field.Option(found.section(), Cut.atWord(found.title(), LONGEST_OPTION)))
        .forEach(options::add);
    return new Field.OneOf(
        new Field.Ask(GUIDANCE, wording.words("expert.answer.guidance"), "", false),
        options,
        Optional.of(NONE));
  }
}
