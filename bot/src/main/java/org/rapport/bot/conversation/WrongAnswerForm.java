package org.rapport.bot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Field;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;

/** "What was wrong?", asked of somebody who said that an answer was not right. */
public final class WrongAnswerForm implements FormPage {
  static final String ID = "wrong-answer";

  private static final String WHY = "why";
  private static final String WORDS = "words";
  private static final int LONGEST_WORDS = 1000;

  private final People people;
  private final QuestionLog questions;
  private final Wording wording;
  private final CoachMessages messages;

  public WrongAnswerForm(People people, QuestionLog questions, Wording wording) {
    this.people = people;
    this.questions = questions;
    this.wording = wording;
    this.messages = new CoachMessages(wording);
  }

  @Override
  public String id() {
    return ID;
  }

  /** Open to all: what it is about is looked up once something is to be kept. */
  @Override
  public FormReply open(Address from, String about) {
    return new FormReply.Show(
        new Form(
            ID,
            wording.words("wrong-answer.title"),
            List.of(new Block.Paragraph(wording.text("wrong-answer.intro"))),
            List.of(why(), words()),
            wording.words("form.send"),
            wording.words("form.missing"),
            about));
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    PersonalData words = PersonalData.find(entered.one(WORDS).orElse(""));
    Optional<WrongBecause> why = entered.one(WHY).flatMap(WrongBecause::of);
    boolean kept =
        people
            .organisation(from)
            .flatMap(organisation ->
                why.map(because -> questions.wrong(organisation, form.about(), because, words)))
            .orElse(false);
    Message thanks = messages.brief(kept ? "wrong-answer.kept" : "wrong-answer.gone");
    return new Reply(
        words.worthATelling() ? messages.warned(thanks, words.isDropped()) : thanks, true);
  }

  private Field why() {
    return new Field.OneOf(
        new Field.Ask(WHY, wording.words("wrong-answer.why"), "", false),
        Arrays.stream(WrongBecause.values())
            .map(because ->
                new Field.Option(because.id(), wording.words("wrong-answer.why." + because.id())))
            .toList(),
        Optional.empty());
  }

  private Field words() {
    return new Field.Words(
        new Field.Ask(
            WORDS,
            wording.words("wrong-answer.words"),
            wording.words("wrong-answer.words.hint"),
            true),
        true,
        LONGEST_WORDS,
        "");
  }
}
