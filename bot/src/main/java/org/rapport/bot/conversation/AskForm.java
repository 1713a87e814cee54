package org.rapport.bot.conversation;

import java.util.List;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.knowledge.Question;

/** A box to ask in, wherever somebody is; the answer takes its place. */
public final class AskForm implements FormPage {
  public static final String ID = "ask";

  private static final String QUESTION = "question";

  private final Function<Incoming.Asked, Reply> coach;
  private final Wording wording;

  /**
   * @param coach answers, within its limits
   */
  AskForm(Function<Incoming.Asked, Reply> coach, Wording wording) {
    this.coach = coach;
    this.wording = wording;
  }

  /** Whether this is a step with this form. */
  static boolean isOf(FormStep step) {
    return step.form().equals(ID);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public FormReply open(Address from, String about) {
    return new FormReply.Show(
        new Form(
            ID,
            wording.words("ask.title"),
            List.of(new Block.Paragraph(wording.text("ask.intro"))),
            List.of(question()),
            wording.words("ask.send"),
            wording.words("form.missing"),
            ""));
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    return coach.apply(
        new Incoming.Asked(from, entered.one(QUESTION).orElse(""), false, "form:" + ID));
  }

  private Field question() {
    return new Field.Words(
        new Field.Ask(
            QUESTION, wording.words("ask.question"), wording.words("ask.question.hint"), false),
        true,
        Question.MAX_LENGTH,
        "");
  }
}
