package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.Message;
import java.net.URI;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.AskForm;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;

/** The two shortcuts of the manifest: a box to ask in, and how one might reply to a message. */
final class SlackShortcuts {
  static final String ASK = "ask";
  static final String REPLY = "reply";

  private final SlackForms forms;

  SlackShortcuts(SlackForms forms) {
    this.forms = forms;
  }

  /** "Ask the coach", from anywhere. */
  Response ask(GlobalShortcutRequest request, GlobalShortcutContext context) {
    GlobalShortcutPayload payload = request.getPayload();
    Address from =
        new Address(Address.Kind.SLACK, payload.getTeam().getId(), payload.getUser().getId());
    forms.open(
        new FormStep.Wanted(from, AskForm.ID, ""),
        new SlackViews.Opening(
            payload.getTriggerId(), false, Destination.Channel.directlyTo(from)));
    return context.ack();
  }

  /** "How might I reply?", on a message, whose words are masked and kept nowhere. */
  Response reply(MessageShortcutRequest request, MessageShortcutContext context) {
    MessageShortcutPayload payload = request.getPayload();
    Address from =
        new Address(Address.Kind.SLACK, payload.getTeam().getId(), payload.getUser().getId());
    String theirs =
        Optional.ofNullable(payload.getMessage())
            .map(Message::getText)
            .map(Mrkdwn::read)
            .orElse("");
    forms.show(
        new Incoming.WantedReply(from, theirs),
        new SlackViews.Opening(payload.getTriggerId(), false, otherwise(payload, from)));
    return context.ack();
  }

  private static Destination otherwise(MessageShortcutPayload payload, Address from) {
    return Optional.ofNullable(payload.getResponseUrl())
        .<Destination>map(url -> new Destination.ResponseUrl(URI.create(url)))
        .orElseGet(() -> Destination.Channel.directlyTo(from));
  }
}
