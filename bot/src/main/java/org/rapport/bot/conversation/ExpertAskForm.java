package org.rapport.bot.conversation;

import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.privacy.PersonalData;
import org.rapport.bot.expert.Asking;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.message.Entered;
import org.rapport.bot.message.Form;
import org.rapport.bot.message.Message;
import org.rapport.bot.people.People;

/** A question to the asker's own communications team, edited and confirmed by the asker. */
public final class ExpertAskForm implements FormPage {
  static final String ID = "expert-ask";

  private final People people;
  private final QuestionLog questions;
  private final ExpertDesk desk;
  private final Runnable changed;
  private final Wording wording;
  private final ExpertForms forms;
  private final CommandMessages messages;
  private final CoachMessages coach;

  /**
   * @param changed has what shows the question brought up to date
   */
  public ExpertAskForm(
      People people, QuestionLog questions, ExpertDesk desk, Runnable changed, Wording wording) {
    this.people = people;
    this.questions = questions;
    this.desk = desk;
    this.changed = changed;
    this.wording = wording;
    this.forms = new ExpertForms(wording);
    this.messages = new CommandMessages(wording);
    this.coach = new CoachMessages(wording);
  }

  @Override
  public String id() {
    return ID;
  }

  /** With the words that were asked, if they are kept: masked, and with nobody's name. */
  @Override
  public FormReply open(Address from, String about) {
    if (!desk.hasExperts(from)) {
      return privately(messages.brief("expert.nobody"));
    }
    String words =
        people
            .organisation(from)
            .flatMap(organisation -> questions.words(organisation, about))
            .orElse("");
    return new FormReply.Show(forms.ask(about, words));
  }

  @Override
  public FormReply take(Address from, Form form, Entered entered) {
    PersonalData words = PersonalData.find(entered.one(ExpertForms.QUESTION).orElse(""));
    if (words.isDropped()) {
      return new FormReply.Mend(
          form.filled(entered), Map.of(ExpertForms.QUESTION, wording.words("expert.ask.in-doubt")));
    }
    boolean isNamed = entered.one(ExpertForms.NAME).equals(Optional.of(ExpertForms.NAMED));
    return switch (desk.ask(from, words.kept(), isNamed)) {
      case Asking.Asked _ -> {
        changed.run();
        Message sent = messages.brief("expert.asked");
        yield privately(words.found().isEmpty() ? sent : coach.warned(sent, false));
      }
      case Asking.TooMany many ->
          privately(
              messages.brief("expert.too-many", Map.of("most", Integer.toString(many.most()))));
      case Asking.NobodyThere _ -> privately(messages.brief("expert.nobody"));
    };
  }

  private static Reply privately(Message message) {
    return new Reply(message, true);
  }
}
