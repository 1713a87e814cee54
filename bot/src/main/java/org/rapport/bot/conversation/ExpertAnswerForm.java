package org.rapport.bot.conversation;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rapport.bot.channel.Address;
import org.rapport.bot.expert.ExpertAnswer.Guidance;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.expert.Turn;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.knowledge.Knowledge;
import org.rapport.knowledge.Passage;
import org.rapport.knowledge.Question;

/** An expert's answer to a question that they claimed, with a section of guidance if one fits. */
public final class ExpertAnswerForm implements FormPage {
  static final String ID = "expert-answer";

  private static final int MOST_SECTIONS = 5;

  /** Other ids cannot go through a form. */
  private static final Pattern OPTION = Pattern.compile("[0-9a-zA-Z._/+-]{1,75}");

  private final ExpertDesk desk;
  private final Knowledge knowledge;
  private final Runnable changed;
  private final ExpertForms forms;
  private final ExpertMessages messages;
  private final CommandMessages brief;

  /**
   * @param changed has what shows the question brought up to date
   */
  public ExpertAnswerForm(ExpertDesk desk, Knowledge knowledge, Runnable changed, Wording wording) {
    this.desk = desk;
    this.knowledge = knowledge;
    this.changed = changed;
    this.forms = new ExpertForms(wording);
    this.messages = new ExpertMessages(wording);
    this.brief = new CommandMessages(wording);
  }

  @Override
  public String id() {
    return ID;
  }

  /** Only for whoever claimed the question, in their own organisation. */
  @Override
  public FormReply open(Address from, String about) {
    Turn turn = desk.answering(from, about);
    return turn instanceof Turn.Done done
        ? new FormReply.Show(forms.answer(done.question(), closest(done.question())))
        : refused(from, turn);
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    String words = entered.one(ExpertForms.ANSWER).orElse("");
    Turn turn =
        desk.answering(from, form.about()) instanceof Turn.Done mine
            ? desk.answer(from, form.about(), words, chosen(mine.question(), entered))
            : new Turn.Gone();
    if (turn instanceof Turn.Done done) {
      changed.run();
      return privately(messages.forExperts(done.question(), from));
    }
    return refused(from, turn);
  }

  private Reply refused(Address from, Turn turn) {
    return switch (turn) {
      case Turn.Done done -> privately(messages.forExperts(done.question(), from));
      case Turn.Passed passed ->
          privately(
              messages.passed(messages.forExperts(passed.question(), from), "expert.not-yours"));
      case Turn.Gone _ -> privately(brief.brief("expert.gone"));
      case Turn.NotAllowed not ->
          privately(brief.refused("expert.not-allowed", from, not.admins()));
    };
  }

  private Optional<Guidance> chosen(ExpertQuestion question, Entered entered) {
    return entered
        .one(ExpertForms.GUIDANCE)
        .flatMap(id -> closest(question).filter(each -> each.section().equals(id)).findFirst())
        .map(each -> new Guidance(each.section(), each.title()));
  }

  /** The sections that come closest to the question, for the expert to choose one. */
  private Stream<Passage> closest(ExpertQuestion question) {
    return knowledge
        .ask(question.organisation(), new Question(question.words()))
        .passages()
        .stream()
        .filter(each -> OPTION.matcher(each.section()).matches() && !each.title().isBlank())
        .limit(MOST_SECTIONS);
  }

  private static Reply privately(Message message) {
    return new Reply(message, true);
  }
}
