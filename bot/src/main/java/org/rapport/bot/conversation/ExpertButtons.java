package org.rapport.bot.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.rapport.bot.channel.Address;
import org.rapport.bot.expert.ExpertDesk;
import org.rapport.bot.expert.ExpertQuestion;
import org.rapport.bot.expert.Turn;
import org.rapport.bot.message.Message;

/**
 * Does what the buttons under a question to experts are for. The desk looks up what a button is
 * about in the organisation of whoever pressed it.
 */
public final class ExpertButtons {
  private final ExpertDesk desk;
  private final GuidanceDrafts drafts;
  private final Runnable changed;
  private final ExpertMessages messages;
  private final CommandMessages brief;

  /**
   * @param drafts makes guidance of what was answered
   * @param changed has what shows the question brought up to date
   */
  public ExpertButtons(ExpertDesk desk, GuidanceDrafts drafts, Runnable changed, Wording wording) {
    this.desk = desk;
    this.drafts = drafts;
    this.changed = changed;
    this.messages = new ExpertMessages(wording);
    this.brief = new CommandMessages(wording);
  }

  /** One for each button. */
  public List<ButtonHandler> handlers() {
    return Arrays.stream(ExpertButton.values()).<ButtonHandler>map(Handler::new).toList();
  }

  private final class Handler implements ButtonHandler {
    private final ExpertButton button;

    private Handler(ExpertButton button) {
      this.button = button;
    }

    @Override
    public String button() {
      return button.id();
    }

    @Override
    public Reply pressed(Incoming.Pressed pressed) {
      Address by = pressed.from();
      String question = pressed.about();
      return switch (button) {
        case CLAIM -> expert(by, desk.claim(by, question));
        case HAND_BACK -> expert(by, desk.handBack(by, question));
        case CLOSE -> expert(by, desk.close(by, question));
        case WITHDRAW, THANK -> asker(by, desk.closeOwn(by, question));
        case DRAFT -> draft(by, desk.seen(by, question));
      };
    }
  }

  private Reply expert(Address by, Turn turn) {
    return reply(by, turn, question -> messages.forExperts(question, by));
  }

  private Reply asker(Address by, Turn turn) {
    return reply(by, turn, question -> messages.forAsker(question, by));
  }

  private Reply reply(Address by, Turn turn, Function<ExpertQuestion, Message> drawn) {
    return switch (turn) {
      case Turn.Done done -> {
        changed.run();
        yield privately(drawn.apply(done.question()));
      }
      case Turn.Passed passed ->
          privately(messages.passed(drawn.apply(passed.question()), "expert.passed"));
      case Turn.Gone _ -> privately(brief.brief("expert.gone"));
      case Turn.NotAllowed refused ->
          privately(brief.refused("expert.not-allowed", by, refused.admins()));
    };
  }

  private Reply draft(Address by, Turn turn) {
    return turn instanceof Turn.Done done && done.question().answer().isPresent()
        ? drafts.reply(done.question(), done.question().answer().get())
        : reply(by, turn, question -> messages.forExperts(question, by));
  }

  private static Reply privately(Message message) {
    return new Reply(message, true);
  }
}
