package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Slack app of one workspace. Nothing is asked of Slack at the start, so that it may be out of
 * reach then: {@link SlackGuard} tells whose a request is, and each event names the bot.
 */
public final class SlackApp implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackApp.class);

  private final Slack slack;
  private final SlackFiles files;
  private final SerialLanes lanes;
  private final SlackMessenger messenger;
  private final App bolt;

  /**
   * @param coach says what to reply
   * @param seen what was delivered before
   * @param metrics counts what Slack did not take
   */
  public SlackApp(
      Settings.Slack settings, Responder coach, SeenEvents seen, MeterRegistry metrics) {
    this(settings, coach, seen, metrics, SlackTimes.NORMAL, Thread::sleep);
  }

  SlackApp(
      Settings.Slack settings,
      Responder coach,
      SeenEvents seen,
      MeterRegistry metrics,
      SlackTimes times,
      SlackMessenger.Pause pause) {
    SlackTrouble trouble = new SlackTrouble(metrics);
    this.slack = SlackHttp.client(settings.apiUrl(), times.replyWithin());
    this.files = new SlackFiles(settings, times.replyWithin(), trouble);
    this.lanes = new SerialLanes(times.stopWithin());
    this.messenger =
        new SlackMessenger(
            slack, settings.botToken(), settings.apiUrl(), times.retryFor(), pause, trouble);
    SlackReplies replies =
        new SlackReplies(
            coach, messenger, new SlackUploads(slack.methods(settings.botToken()), trouble));
    InTime inTime = new InTime(lanes, times.ackWithin());
    SlackCommand command = new SlackCommand(replies, inTime);
    SlackEvents events = new SlackEvents(replies, messenger, files, seen, lanes);
    SlackForms forms = new SlackForms(coach, messenger, seen, lanes, inTime);
    SlackButtons buttons = new SlackButtons(replies, forms, seen, lanes);
    this.bolt =
        new App(config(settings), List.of())
            .command("/coach", command::handle)
            .event(AppMentionEvent.class, events::mentioned)
            .event(MessageEvent.class, events::written)
            .event(MessageFileShareEvent.class, events::gave)
            .event(AppHomeOpenedEvent.class, events::opened)
            .blockAction(Pattern.compile(".*"), buttons::pressed)
            .viewSubmission(SlackModal.CALLBACK, forms::sent);
  }

  /** Tells somebody something in their own chat with the bot. */
  public void tell(Address to, Message message) {
    messenger.send(new Destination.Channel(to.user(), Optional.empty()), message);
  }

  /** Finishes what was acknowledged, for a bounded time. To be called once no request comes in. */
  @Override
  public void close() {
    lanes.close();
    bolt.stop();
    files.close();
    try {
      slack.close();
    } catch (Exception notClosed) {
      log.warn("Slack's client did not close: {}", Failures.inShort(notClosed));
    }
  }

  App bolt() {
    return bolt;
  }

  /**
   * No middleware of Bolt's: its authorisation asks Slack at the start, and the guard is stricter.
   */
  private AppConfig config(Settings.Slack settings) {
    return AppConfig.builder()
        .slack(slack)
        .signingSecret(settings.signingSecret())
        .singleTeamBotToken(settings.botToken())
        .allEventsApiAutoAckEnabled(true)
        .build();
  }
}
