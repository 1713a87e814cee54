package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.FormStep;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.ActionCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presses of the buttons under an answer. A question is answered where the buttons are; a rating is
 * confirmed in place or to the person who gave it; a form or the whole of an answer is opened.
 */
final class SlackButtons {
  private static final Logger log = LoggerFactory.getLogger(SlackButtons.class);
  private static final Pattern ID = Pattern.compile("rapport:([a-z-]{1,20}):[0-9]{1,3}");

  /** One element of Slack's with a button for each of two ratings. */
  private static final String FEEDBACK = "feedback";

  private static final String READ_ALL = "read-all";

  private final SlackReplies replies;
  private final SlackForms forms;
  private final SlackViewButtons inViews;
  private final SlackShare share;
  private final AssistantThreads threads;
  private final SerialLanes lanes;

  SlackButtons(
      SlackReplies replies,
      SlackForms forms,
      SlackViewButtons inViews,
      SlackShare share,
      AssistantThreads threads,
      SerialLanes lanes) {
    this.replies = replies;
    this.forms = forms;
    this.inViews = inViews;
    this.share = share;
    this.threads = threads;
    this.lanes = lanes;
  }

  /** The id of a button, which no other button of the message has. */
  static String actionId(Action action, int number) {
    return "rapport:" + ActionCodec.kind(action) + ":" + number;
  }

  /** The id of Slack's own feedback buttons. */
  static String feedbackId(int number) {
    return "rapport:" + FEEDBACK + ":" + number;
  }

  /** The value of one of Slack's own feedback buttons, which share an id. */
  static String feedbackValue(Action.Rate rate) {
    return ActionCodec.kind(rate) + " " + ActionCodec.value(rate);
  }

  Response pressed(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    BlockActionPayload.Action button = payload.getActions().getFirst();
    Optional<SlackViewButtons.Press> inView = inView(payload);
    Optional<Place> place = inView.isPresent() ? Optional.empty() : Place.of(payload);
    Optional<String> shared = shared(button);
    Optional<Action> action = action(button);
    if (shared.isPresent() && (inView.isPresent() || place.isPresent())) {
      share(payload, shared.get(), inView, place);
    } else if (action.isPresent() && inView.isPresent()) {
      inViews.pressed(inView.get(), action.get());
    } else if (action.isPresent() && place.isPresent()) {
      pressed(payload, action.get(), place.get());
    } else {
      log.warn("Ignored a press of a button that Rapport did not make");
    }
    return context.ack();
  }

  private static Optional<SlackViewButtons.Press> inView(BlockActionPayload payload) {
    return Optional.ofNullable(payload.getView())
        .filter(view -> view.getId() != null && view.getType() != null)
        .map(view ->
            new SlackViewButtons.Press(
                from(payload),
                payload.getTriggerId(),
                Optional.of(view.getId()).filter(id -> view.getType().equals("modal"))));
  }

  private static Address from(BlockActionPayload payload) {
    return new Address(Address.Kind.SLACK, payload.getTeam().getId(), payload.getUser().getId());
  }

  /** The title of the answer that somebody wants to share. */
  private static Optional<String> shared(BlockActionPayload.Action pressed) {
    Matcher id = ID.matcher(Optional.ofNullable(pressed.getActionId()).orElse(""));
    return id.matches() && id.group(1).equals(ShareOffer.KIND)
        ? ActionCodec.read(READ_ALL, Optional.ofNullable(pressed.getValue()).orElse(""))
            .map(read -> ((Action.ReadAll) read).title())
        : Optional.empty();
  }

  private void share(
      BlockActionPayload payload,
      String title,
      Optional<SlackViewButtons.Press> inView,
      Optional<Place> place) {
    SlackViews.Opening opening =
        inView
            .map(SlackViewButtons.Press::opening)
            .orElseGet(() -> place.orElseThrow().opening(payload.getTriggerId()));
    lanes.run(
        "share " + payload.getTriggerId(),
        () -> {
          Optional<String> viewed = place.flatMap(where -> threads.viewed(where.open()));
          share.open(from(payload), title, viewed, opening);
        });
  }

  /** What the button does that was pressed; empty if Rapport did not make it. */
  static Optional<Action> action(BlockActionPayload.Action pressed) {
    Matcher id = ID.matcher(Optional.ofNullable(pressed.getActionId()).orElse(""));
    String value = Optional.ofNullable(pressed.getValue()).orElse("");
    if (!id.matches()) {
      return Optional.empty();
    }
    return id.group(1).equals(FEEDBACK) ? rating(value) : ActionCodec.read(id.group(1), value);
  }

  private static Optional<Action> rating(String value) {
    String[] parts = value.split(" ", 2);
    return parts.length < 2
        ? Optional.empty()
        : ActionCodec.read(parts[0], parts[1]).filter(Action.Rate.class::isInstance);
  }

  private void pressed(BlockActionPayload payload, Action action, Place place) {
    Address from = from(payload);
    String trigger = payload.getTriggerId();
    switch (action) {
      case Action.Ask ask -> answer(from, ask, place);
      case Action.Rate rate -> rate(from, rate, place);
      case Action.Press press -> press(from, press, place);
      case Action.Open open ->
          forms.open(new FormStep.Wanted(from, open.form(), open.about()), place.opening(trigger));
      case Action.ReadAll read ->
          forms.show(new Incoming.WantedAll(from, read.title()), place.opening(trigger));
    }
  }

  private void rate(Address from, Action.Rate rate, Place place) {
    replies.rated(
        new Incoming.Rated(from, rate.answer(), rate.right()),
        place.isPublic(),
        place.responseUrl());
  }

  private void press(Address from, Action.Press press, Place place) {
    replies.pressed(
        new Incoming.Pressed(from, press.button(), press.about(), place.isPublic()),
        place.responseUrl());
  }

  private void answer(Address from, Action.Ask ask, Place place) {
    Incoming asked =
        new Incoming.Asked(from, ask.question(), place.isPublic(), place.open().conversation());
    if (place.ephemeral()) {
      replies.reply(asked, place.responseUrl());
    } else {
      replies.reply(asked, place.open(), place.thread());
    }
  }

  /**
   * Where the buttons are.
   *
   * @param workspace the person's own
   * @param ephemeral whether only the person who pressed sees them
   * @param thread the thread that they are in, if any
   * @param message the time stamp of the message that they belong to
   */
  private record Place(
      String workspace,
      String channel,
      boolean ephemeral,
      Optional<String> thread,
      String message,
      Destination.ResponseUrl responseUrl) {

    static Optional<Place> of(BlockActionPayload payload) {
      BlockActionPayload.Container container = payload.getContainer();
      if (container == null
          || container.getChannelId() == null
          || container.getMessageTs() == null
          || payload.getResponseUrl() == null) {
        return Optional.empty();
      }
      Optional<String> thread =
          Optional.ofNullable(container.getThreadTs())
              .or(() -> Optional.ofNullable(payload.getMessage()).map(it -> it.getThreadTs()));
      return Optional.of(
          new Place(
              payload.getTeam().getId(),
              container.getChannelId(),
              container.isEphemeral(),
              thread,
              container.getMessageTs(),
              new Destination.ResponseUrl(URI.create(payload.getResponseUrl()))));
    }

    SlackViews.Opening opening(String trigger) {
      return new SlackViews.Opening(trigger, false, responseUrl);
    }

    boolean isPublic() {
      return !ephemeral && !SlackReplies.isDirectMessage(channel);
    }

    /** In the thread; a channel's own message starts one, a direct message goes on as it is. */
    Destination.Channel open() {
      return new Destination.Channel(
          workspace, channel, isPublic() ? thread.or(() -> Optional.of(message)) : thread);
    }
  }
}
