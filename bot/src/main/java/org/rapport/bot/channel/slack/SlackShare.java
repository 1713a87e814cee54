package org.rapport.bot.channel.slack;

import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.conversationsSelect;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.view.View;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Message;

/**
 * Shares an answer with others, on purpose: its asker chooses where, confirms, and is named. Slack
 * itself lets them choose only among their own conversations of this workspace, and posts there by
 * a response URL of its own making; what is posted is the answer under a title, looked up anew.
 */
final class SlackShare {
  /** How Slack names the modal when it is sent; its metadata is the title of the answer. */
  static final String CALLBACK = "rapport:share";

  private static final String WHERE = "rapport:share:where";

  private final Responder coach;
  private final SlackMessenger messenger;
  private final SlackViews views;
  private final SeenEvents seen;
  private final InTime inTime;
  private final Wording wording;

  SlackShare(
      Responder coach,
      SlackMessenger messenger,
      SlackViews views,
      SeenEvents seen,
      InTime inTime,
      Wording wording) {
    this.coach = coach;
    this.messenger = messenger;
    this.views = views;
    this.seen = seen;
    this.inTime = inTime;
    this.wording = wording;
  }

  /**
   * Asks where to.
   *
   * @param title of the answer, which may be forged
   * @param viewed the channel that is being viewed, if that is known
   */
  void open(Address by, String title, Optional<String> viewed, SlackViews.Opening opening) {
    if (!(views.open(by, opening, form(title, viewed)) instanceof SendResult.Sent)) {
      messenger.send(opening.otherwise(), coach.reply(new Incoming.FormUnshown(by)).message());
    }
  }

  /** Somebody confirmed. */
  Response sent(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    Address by =
        new Address(Address.Kind.SLACK, payload.getTeam().getId(), payload.getUser().getId());
    String title = Optional.ofNullable(payload.getView().getPrivateMetadata()).orElse("");
    Optional<Destination.ResponseUrl> to = chosen(payload);
    if (to.isEmpty()) {
      return context.ackWithErrors(Map.of(WHERE, wording.words("form.missing")));
    }
    return inTime
        .answer(
            () -> once(payload.getTriggerId(), by, title, to.get()),
            late ->
                late.ifPresent(said -> messenger.send(Destination.Channel.directlyTo(by), said)),
            _ -> {})
        .flatMap(said -> said)
        .map(said -> context.ackWithUpdate(SlackModal.message(said, Optional.empty())))
        .orElseGet(context::ack);
  }

  private Optional<Message> once(
      String trigger, Address by, String title, Destination.ResponseUrl to) {
    return seen.first("slack:trigger:" + trigger)
        ? Optional.of(shared(by, title, to))
        : Optional.empty();
  }

  private Message shared(Address by, String title, Destination.ResponseUrl to) {
    Reply answer = coach.reply(new Incoming.WantedToShare(by, title));
    if (answer.privately()) {
      return answer.message();
    }
    return brief(
        messenger.publish(to, answer.message()) instanceof SendResult.Sent
            ? "share.done"
            : "share.failed");
  }

  private Message brief(String name) {
    return new Message(
        wording.words(name + ".summary"),
        List.of(new Block.Paragraph(wording.text(name + ".words"))));
  }

  private static Optional<Destination.ResponseUrl> chosen(ViewSubmissionPayload payload) {
    return Optional.ofNullable(payload.getResponseUrls()).orElse(List.of()).stream()
        .filter(url -> WHERE.equals(url.getBlockId()) && url.getResponseUrl() != null)
        .map(url -> new Destination.ResponseUrl(URI.create(url.getResponseUrl())))
        .findFirst();
  }

  private View form(String title, Optional<String> viewed) {
    return view(modal ->
        modal
            .type("modal")
            .callbackId(CALLBACK)
            .privateMetadata(title)
            .title(viewTitle(it -> it.type("plain_text").text(wording.words("share.title"))))
            .submit(viewSubmit(it -> it.type("plain_text").text(wording.words("share.send"))))
            .close(viewClose(it -> it.type("plain_text").text(wording.words("share.cancel"))))
            .blocks(
                List.of(
                    section(it -> it.text(plainText(title))),
                    section(it -> it.text(plainText(wording.words("share.intro")))),
                    input(it ->
                        it.blockId(WHERE)
                            .label(plainText(wording.words("share.where")))
                            .element(
                                conversationsSelect(menu ->
                                    menu.actionId(WHERE)
                                        .responseUrlEnabled(true)
                                        .defaultToCurrentConversation(true)
                                        .initialConversation(viewed.orElse(null))
                                        .filter(ownConversations())))))));
  }

  /** Not where other organisations read. */
  private static ConversationsFilter ownConversations() {
    return ConversationsFilter.builder()
        .include(List.of("public", "private", "mpim"))
        .excludeExternalSharedChannels(true)
        .excludeBotUsers(true)
        .build();
  }
}
