package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import java.util.Optional;
import java.util.UUID;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.FormReply;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modals: opens one while the press of a button allows it, which is for 3 seconds, and answers in
 * it when it is sent.
 */
final class SlackForms {
  private static final Logger log = LoggerFactory.getLogger(SlackForms.class);

  private final Responder coach;
  private final SlackReplies replies;
  private final SlackMessenger messenger;
  private final SlackViews views;
  private final SeenEvents seen;
  private final SerialLanes lanes;
  private final InTime inTime;

  SlackForms(
      Responder coach,
      SlackReplies replies,
      SlackMessenger messenger,
      SlackViews views,
      SeenEvents seen,
      SerialLanes lanes,
      InTime inTime) {
    this.coach = coach;
    this.replies = replies;
    this.messenger = messenger;
    this.views = views;
    this.seen = seen;
    this.lanes = lanes;
    this.inTime = inTime;
  }

  /** Opens what was asked for, at once: in no conversation's lane, where something may wait. */
  void open(FormStep.Wanted wanted, SlackViews.Opening opening) {
    lanes.run(
        lane(),
        () -> {
          switch (coach.reply(wanted)) {
            case FormReply.Show show -> open(SlackModal.form(show.form()), wanted.from(), opening);
            case FormReply.Mend mend -> open(SlackModal.form(mend.form()), wanted.from(), opening);
            case Reply reply -> messenger.send(opening.otherwise(), reply.message());
          }
        });
  }

  /** Shows what the coach says to something, at once; if no modal opens, it is said elsewhere. */
  void show(Incoming incoming, SlackViews.Opening opening) {
    lanes.run(
        lane(),
        () -> {
          Message said = replies.ask(incoming).message();
          if (!(views.open(incoming.from(), opening, views.of(said)) instanceof SendResult.Sent)) {
            messenger.send(opening.otherwise(), said);
          }
        });
  }

  /** Somebody sent a modal. */
  Response sent(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    Optional<FormStep.Sent> sent = SentModal.read(payload);
    if (sent.isEmpty()) {
      log.warn("Ignored a modal that Rapport did not make");
      return context.ack();
    }
    return inTime
        .answer(
            () -> once(payload.getTriggerId(), sent.get()),
            late -> late.ifPresent(reply -> tellLate(sent.get().from(), reply)),
            done -> done.ifPresent(reply -> sendFile(sent.get().from(), reply)))
        .flatMap(answer -> answer)
        .map(reply -> shown(context, reply))
        .orElseGet(context::ack);
  }

  private Optional<FormReply> once(String trigger, FormStep.Sent sent) {
    return seen.first("slack:trigger:" + trigger)
        ? Optional.of(replies.reply(sent))
        : Optional.empty();
  }

  private void sendFile(Address to, FormReply reply) {
    if (reply instanceof Reply said) {
      replies.sendFile(to, said);
    }
  }

  private Response shown(ViewSubmissionContext context, FormReply reply) {
    return switch (reply) {
      case FormReply.Show show -> context.ackWithUpdate(SlackModal.form(show.form()));
      case FormReply.Mend mend ->
          context.ackWithErrors(SlackModal.errors(mend.form(), mend.problems()));
      case Reply said -> context.ackWithUpdate(views.of(said.message()));
    };
  }

  /** The modal is closed by now, so what came of it goes to its sender's direct messages. */
  private void tellLate(Address from, FormReply reply) {
    Message message =
        switch (reply) {
          case FormReply.Show _, FormReply.Mend _ -> unshown(from);
          case Reply said -> said.message();
        };
    messenger.send(Destination.Channel.directlyTo(from), message);
  }

  private void open(View view, Address from, SlackViews.Opening opening) {
    if (!(views.open(from, opening, view) instanceof SendResult.Sent)) {
      messenger.send(opening.otherwise(), unshown(from));
    }
  }

  private Message unshown(Address from) {
    return coach.reply(new Incoming.FormUnshown(from)).message();
  }

  private static String lane() {
    return "modal " + UUID.randomUUID();
  }
}
