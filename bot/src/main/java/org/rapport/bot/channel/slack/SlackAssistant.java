package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.assistant.AssistantThread;
import com.slack.api.model.assistant.AssistantThreadContext;
import com.slack.api.model.assistant.SuggestedPrompt;
import com.slack.api.model.event.AssistantThreadContextChangedEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.message.Action;
import org.rapport.bot.message.Block;
import org.rapport.bot.message.Cut;
import org.rapport.bot.message.Message;

/**
 * The assistant pane: a thread is greeted, with prompts that fit its person, and gets the title of
 * its first answer. What is written there comes as a direct message in that thread. Bolt's own
 * middleware is not used: it would speak with the first workspace's token in all others.
 */
final class SlackAssistant {
  private static final int MOST_PROMPTS = 4;
  private static final int LONGEST_TITLE = 100;

  private final SlackReplies replies;
  private final SlackMessenger messenger;
  private final AssistantThreads threads;
  private final SeenEvents seen;
  private final SerialLanes lanes;

  SlackAssistant(
      SlackReplies replies,
      SlackMessenger messenger,
      AssistantThreads threads,
      SeenEvents seen,
      SerialLanes lanes) {
    this.replies = replies;
    this.messenger = messenger;
    this.threads = threads;
    this.seen = seen;
    this.lanes = lanes;
  }

  /** Somebody opened the pane. */
  Response started(EventsApiPayload<AssistantThreadStartedEvent> payload, EventContext context) {
    AssistantThread begun = payload.getEvent().getAssistantThread();
    place(payload, begun)
        .ifPresent(thread -> {
          Address person = new Address(Address.Kind.SLACK, payload.getTeamId(), begun.getUserId());
          threads.began(thread, person, viewed(begun));
          lanes.run(
              thread.workspace() + ":" + thread.channel(),
              () -> {
                if (seen.first("slack:event:" + payload.getEventId())) {
                  greet(person, thread);
                }
              });
        });
    return context.ack();
  }

  /** Somebody with the pane open went to another channel. */
  Response changed(
      EventsApiPayload<AssistantThreadContextChangedEvent> payload, EventContext context) {
    AssistantThread open = payload.getEvent().getAssistantThread();
    place(payload, open).ifPresent(thread -> threads.views(thread, viewed(open)));
    return context.ack();
  }

  /** Gives a thread of the pane, once, the title of what was answered in it. */
  void answered(Destination.Channel place, Message answer) {
    if (place.thread().isPresent() && threads.needsTitle(place)) {
      String title = Cut.atWord(answer.summary(), LONGEST_TITLE);
      messenger.once(
          place.workspace(),
          "assistant.threads.setTitle",
          bot ->
              bot.assistantThreadsSetTitle(request ->
                  request
                      .channelId(place.channel())
                      .threadTs(place.thread().orElseThrow())
                      .title(title)));
    }
  }

  private void greet(Address person, Destination.Channel thread) {
    Message greeting = replies.ask(new Incoming.BeganChat(person)).message();
    List<SuggestedPrompt> prompts =
        greeting.blocks().stream().flatMap(SlackAssistant::asks).limit(MOST_PROMPTS).toList();
    messenger.send(thread, prompts.isEmpty() ? greeting : withoutChoices(greeting));
    if (!prompts.isEmpty()) {
      suggest(thread, title(greeting), prompts);
    }
  }

  private void suggest(Destination.Channel thread, String title, List<SuggestedPrompt> prompts) {
    messenger.once(
        thread.workspace(),
        "assistant.threads.setSuggestedPrompts",
        bot ->
            bot.assistantThreadsSetSuggestedPrompts(request ->
                request
                    .channelId(thread.channel())
                    .threadTs(thread.thread().orElseThrow())
                    .title(title)
                    .prompts(prompts)));
  }

  private static Stream<SuggestedPrompt> asks(Block block) {
    return block instanceof Block.Choices choices
        ? choices.buttons().stream()
            .filter(button -> button.action() instanceof Action.Ask)
            .map(button ->
                new SuggestedPrompt(button.label(), ((Action.Ask) button.action()).question()))
        : Stream.of();
  }

  private static String title(Message greeting) {
    return greeting.blocks().stream()
        .filter(Block.Choices.class::isInstance)
        .map(block -> ((Block.Choices) block).title())
        .findFirst()
        .orElse(greeting.summary());
  }

  private static Message withoutChoices(Message greeting) {
    return new Message(
        greeting.summary(),
        greeting.blocks().stream().filter(block -> !(block instanceof Block.Choices)).toList());
  }

  private static Optional<Destination.Channel> place(
      EventsApiPayload<?> payload, @Nullable AssistantThread thread) {
    return Optional.ofNullable(thread)
        .filter(it -> it.getUserId() != null && it.getChannelId() != null)
        .filter(it -> it.getThreadTs() != null)
        .map(it ->
            new Destination.Channel(
                payload.getTeamId(), it.getChannelId(), Optional.of(it.getThreadTs())));
  }

  private static Optional<String> viewed(AssistantThread thread) {
    return Optional.ofNullable(thread.getContext())
        .map(AssistantThreadContext::getChannelId)
        .filter(channel -> channel.matches("[CG][A-Z0-9]{1,30}"));
  }
}
