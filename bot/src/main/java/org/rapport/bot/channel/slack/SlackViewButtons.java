package org.rapport.bot.channel.slack;

import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Message;

/**
 * Presses of buttons in a modal or in the Home tab, which one person alone sees: what comes of it
 * takes the modal's place, or opens as one. {@link SlackReception} acknowledged what it keeps.
 */
final class SlackViewButtons {
  /** The name of the conversation that somebody has there, for questions that lean on others. */
  private static final String CONVERSATION = "view";

  private final SlackReplies replies;
  private final SlackForms forms;
  private final SlackViews views;
  private final SlackMessenger messenger;
  private final SeenEvents seen;
  private final SerialLanes lanes;

  SlackViewButtons(
      SlackReplies replies,
      SlackForms forms,
      SlackViews views,
      SlackMessenger messenger,
      SeenEvents seen,
      SerialLanes lanes) {
    this.replies = replies;
    this.forms = forms;
    this.views = views;
    this.messenger = messenger;
    this.seen = seen;
    this.lanes = lanes;
  }

  /**
   * A press.
   *
   * @param modal the id of the modal that it was in; empty for the Home tab
   */
  record Press(Address from, String trigger, Optional<String> modal) {
    SlackViews.Opening opening() {
      return new SlackViews.Opening(
          trigger, modal.isPresent(), Destination.Channel.directlyTo(from));
    }
  }

  void pressed(Press press, Action action) {
    Address from = press.from();
    switch (action) {
      case Action.Ask ask ->
          say(press, new Incoming.Asked(from, ask.question(), false, CONVERSATION));
      case Action.Rate rate -> rate(press, rate);
      case Action.Press button ->
          say(press, new Incoming.Pressed(from, button.button(), button.about(), false));
      case Action.ReadAll read ->
          once(press, () -> say(press, new Incoming.WantedAll(from, read.title())));
      case Action.Open open ->
          forms.open(new FormStep.Wanted(from, open.form(), open.about()), press.opening());
    }
  }

  private void say(Press press, Incoming incoming) {
    Reply reply = replies.ask(incoming);
    show(press, reply.message());
    replies.sendFile(press.from(), reply);
  }

  private void rate(Press press, Action.Rate rate) {
    show(press, replies.rated(new Incoming.Rated(press.from(), rate.answer(), rate.right())));
  }

  private void show(Press press, Message message) {
    SendResult shown =
        press
            .modal()
            .map(modal -> views.update(press.from(), modal, views.of(message)))
            .orElseGet(() -> views.open(press.from(), press.opening(), views.of(message)));
    if (!(shown instanceof SendResult.Sent)) {
      messenger.send(press.opening().otherwise(), message);
    }
  }

  /** For what {@link KeptRequest} leaves out: unless this press was delivered before. */
  private void once(Press press, Runnable work) {
    lanes.run(
        press.from().workspace() + ":view:" + press.from().user(),
        () -> {
          if (seen.first("slack:trigger:" + press.trigger())) {
            work.run();
          }
        });
  }
}
