package org.rapport.bot.channel.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.File;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.GivenFile;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Incoming;
import org.rapport.bot.conversation.Reply;

/**
 * What happens in conversations: somebody mentions the bot, writes to it, gives it files, or opens
 * its messages. {@link SlackReception} acknowledged it before; the answer is given here and now.
 */
final class SlackEvents {
  private final SlackReplies replies;
  private final SlackMessenger messenger;
  private final SlackFiles files;
  private final SlackHome home;
  private final SlackAssistant assistant;
  private final SlackThreads threads;
  private final SeenEvents seen;
  private final SerialLanes lanes;

  SlackEvents(
      SlackReplies replies,
      SlackMessenger messenger,
      SlackFiles files,
      SlackHome home,
      SlackAssistant assistant,
      SlackThreads threads,
      SeenEvents seen,
      SerialLanes lanes) {
    this.replies = replies;
    this.messenger = messenger;
    this.files = files;
    this.home = home;
    this.assistant = assistant;
    this.threads = threads;
    this.seen = seen;
    this.lanes = lanes;
  }

  /** Somebody mentioned the bot in a channel: answered in the thread. */
  Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
    AppMentionEvent event = payload.getEvent();
    if (isFromPerson(payload, event.getUser(), event.getBotId())
        && (event.getSubtype() == null
            || MessageFileShareEvent.SUBTYPE_NAME.equals(event.getSubtype()))
        && event.getEdited() == null) {
      Optional<String> thread = Optional.ofNullable(event.getThreadTs());
      answer(
          payload,
          new Said(
              payload.getTeamId(),
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              thread,
              Optional.of(thread.orElse(event.getTs())),
              event.getText(),
              given(payload, event.getFiles())));
    }
    return context.ack();
  }

  /** Somebody wrote to the bot: answered there. */
  Response written(EventsApiPayload<MessageEvent> payload, EventContext context) {
    MessageEvent event = payload.getEvent();
    if (isFromPerson(payload, event.getUser(), event.getBotId())
        && "im".equals(event.getChannelType())
        && event.getEdited() == null) {
      Optional<String> thread = Optional.ofNullable(event.getThreadTs());
      answer(
          payload,
          new Said(
              payload.getTeamId(),
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              thread,
              thread,
              event.getText(),
              given(payload, event.getFiles())));
    }
    return context.ack();
  }

  /** Somebody sent files to the bot: what came of them is told there. */
  Response gave(EventsApiPayload<MessageFileShareEvent> payload, EventContext context) {
    MessageFileShareEvent event = payload.getEvent();
    if (isFromPerson(payload, event.getUser(), null) && "im".equals(event.getChannelType())) {
      Optional<String> thread = Optional.ofNullable(event.getThreadTs());
      answer(
          payload,
          new Said(
              payload.getTeamId(),
              event.getUser(),
              event.getChannel(),
              event.getTs(),
              thread,
              thread,
              event.getText(),
              given(payload, event.getFiles())));
    }
    return context.ack();
  }

  /** Somebody opened their Home tab, or the bot's messages: greeted if nothing was said there. */
  Response opened(EventsApiPayload<AppHomeOpenedEvent> payload, EventContext context) {
    AppHomeOpenedEvent event = payload.getEvent();
    if (event.getUser() != null && event.getChannel() != null) {
      Address person = new Address(Address.Kind.SLACK, payload.getTeamId(), event.getUser());
      lanes.run(
          lane(payload, event.getChannel()),
          () -> opened(person, event.getChannel(), String.valueOf(event.getTab())));
    }
    return context.ack();
  }

  private void opened(Address person, String channel, String tab) {
    switch (tab) {
      case "home" -> home.show(person);
      case "messages" -> greet(person, channel);
      default -> {}
    }
  }

  private void greet(Address person, String channel) {
    Destination.Channel chat =
        new Destination.Channel(person.workspace(), channel, Optional.empty());
    if (seen.first("slack:opened:" + person.workspace() + ":" + person.user())
        && messenger.isEmpty(chat)) {
      replies.reply(new Incoming.Arrived(person), chat, Optional.empty());
    }
  }

  private void answer(EventsApiPayload<?> payload, Said said) {
    Reply reply = replies.reply(incoming(payload, said), said.answerTo(), said.thread());
    assistant.answered(said.answerTo(), reply.message());
  }

  private Incoming incoming(EventsApiPayload<?> payload, Said said) {
    String typed = said.text() == null ? "" : said.text();
    String toBot = withoutBot(typed, botUser(payload));
    String words = Mrkdwn.read(toBot);
    boolean isCallForHelp = words.isEmpty() && said.files().isEmpty();
    Incoming.Asked asked =
        new Incoming.Asked(
            new Address(Address.Kind.SLACK, said.workspace(), said.user()),
            isCallForHelp ? "help" : words,
            !SlackReplies.isDirectMessage(said.channel()),
            said.answerTo().conversation(),
            SlackMentions.in(toBot, payload.getTeamId()),
            earlier(said));
    return said.files().isEmpty() ? asked : new Incoming.Gave(asked, said.files());
  }

  /** In a channel's thread others may have said what it is about. */
  private List<String> earlier(Said said) {
    return said.thread().isEmpty() || SlackReplies.isDirectMessage(said.channel())
        ? List.of()
        : threads.before(said.answerTo(), said.ts());
  }

  private List<GivenFile> given(EventsApiPayload<?> payload, @Nullable List<File> sent) {
    return Optional.ofNullable(sent).orElse(List.of()).stream()
        .filter(Objects::nonNull)
        .map(file -> files.given(payload.getTeamId(), file))
        .toList();
  }

  private static String withoutBot(String typed, Optional<String> bot) {
    return bot.map(user -> typed.replaceAll("<@" + user + "(\\|[^>]*)?>", " "))
        .orElseGet(() -> typed.replaceFirst("^\\s*<@[^>]*>", ""));
  }

  /** The bot's own user id, which Slack puts into every event. */
  private static Optional<String> botUser(EventsApiPayload<?> payload) {
    return Optional.ofNullable(payload.getAuthorizations()).orElse(List.of()).stream()
        .filter(authorization -> Boolean.TRUE.equals(authorization.getIsBot()))
        .map(Authorization::getUserId)
        .filter(user -> user != null && user.matches("[A-Z0-9]+"))
        .findFirst();
  }

  private static boolean isFromPerson(
      EventsApiPayload<?> payload, String user, @Nullable String botId) {
    return user != null
        && botId == null
        && !user.equals("USLACKBOT")
        && botUser(payload).filter(user::equals).isEmpty();
  }

  private static String lane(EventsApiPayload<?> payload, String channel) {
    return payload.getTeamId() + ":" + channel;
  }

  /**
   * Something that a person wrote.
   *
   * @param workspace their own
   * @param thread the thread that it was written in, if any
   * @param answerThread the thread that the answer goes to, if any
   * @param files what they sent with it
   */
  private record Said(
      String workspace,
      String user,
      String channel,
      String ts,
      Optional<String> thread,
      Optional<String> answerThread,
      String text,
      List<GivenFile> files) {

    Destination.Channel answerTo() {
      return new Destination.Channel(workspace, channel, answerThread);
    }
  }
}
