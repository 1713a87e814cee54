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
  private final SlackMessenger messenger;
  private final SeenEvents seen;
  private final SerialLanes lanes;
  private final InTime inTime;

  SlackForms(
      Responder coach,
      SlackMessenger messenger,
      SeenEvents seen,
      SerialLanes lanes,
      InTime inTime) {
    this.coach = coach;
    this.messenger = messenger;
    this.seen = seen;
    this.lanes = lanes;
    this.inTime = inTime;
  }

  /**
   * Opens what was asked for, at once: in no conversation's lane, where something may be waiting.
   *
   * @param trigger what Slack gave with the press; good for one modal
   * @param otherwise where to say what came instead, to that person alone
   */
  void open(FormStep.Wanted wanted, String trigger, Destination otherwise) {
    lanes.run(
        lane(),
        () -> {
          switch (coach.reply(wanted)) {
            case FormReply.Show show ->
                open(SlackModal.form(show.form()), wanted.from(), trigger, otherwise);
            case FormReply.Mend mend ->
                open(SlackModal.form(mend.form()), wanted.from(), trigger, otherwise);
            case Reply reply -> messenger.send(otherwise, reply.message());
          }
        });
  }

  /** Shows the whole of an answer; the parameters are as of a form. */
  void read(Incoming.WantedAll wanted, String trigger, Destination otherwise) {
    lanes.run(
        lane(),
        () -> {
          Message whole = coach.reply(wanted).message();
          open(SlackModal.message(whole), wanted.from(), trigger, otherwise);
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
            _ -> {})
        .flatMap(answer -> answer)
        .map(reply -> shown(context, reply))
        .orElseGet(context::ack);
  }

  private Optional<FormReply> once(String trigger, FormStep.Sent sent) {
    return seen.first("slack:trigger:" + trigger)
        ? Optional.of(coach.reply(sent))
        : Optional.empty();
  }

  private static Response shown(ViewSubmissionContext context, FormReply reply) {
    return switch (reply) {
      case FormReply.Show show -> context.ackWithUpdate(SlackModal.form(show.form()));
      case FormReply.Mend mend ->
          context.ackWithErrors(SlackModal.errors(mend.form(), mend.problems()));
      case Reply said -> context.ackWithUpdate(SlackModal.message(said.message()));
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

  private void open(View view, Address from, String trigger, Destination otherwise) {
    if (!(messenger.open(from.workspace(), trigger, view) instanceof SendResult.Sent)) {
      messenger.send(otherwise, unshown(from));
    }
  }

  private Message unshown(Address from) {
    return coach.reply(new Incoming.FormUnshown(from)).message();
  }

  private static String lane() {
    return "modal " + UUID.randomUUID();
  }
}
