package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.message.Message;

/**
 * The Slack app, in one workspace or many. Nothing is asked of Slack at the start, so that it may
 * be out of reach then: {@link SlackGuard} tells whose a request is, and each event names the bot.
 */
public final class SlackApp implements AutoCloseable {
  private final Slack slack;
  private final SlackMembers members;
  private final SlackFiles files;
  private final SlackDoor door;
  private final SerialLanes lanes;
  private final SlackMessenger messenger;
  private final App bolt;

  /**
   * @param tokens what to speak with in each workspace
   * @param coach says what to reply
   * @param outsiders what those are told whom the coach does not serve
   * @param seen what was delivered before
   * @param metrics counts what Slack did not take
   */
  public SlackApp(
      Settings.Slack settings,
      SlackTokens tokens,
      Responder coach,
      Outsiders outsiders,
      SeenEvents seen,
      MeterRegistry metrics) {
    this(
        settings,
        tokens,
        new SlackMembers(
            settings.apiUrl(), tokens, InstantSource.system(), new SlackTrouble(metrics)),
        coach,
        outsiders,
        seen,
        metrics,
        SlackTimes.NORMAL,
        Pause.REAL);
  }

  SlackApp(
      Settings.Slack settings,
      SlackTokens tokens,
      SlackMembers members,
      Responder coach,
      Outsiders outsiders,
      SeenEvents seen,
      MeterRegistry metrics,
      SlackTimes times,
      Pause pause) {
    SlackTrouble trouble = new SlackTrouble(metrics);
    this.members = members;
    this.slack = SlackHttp.client(settings.apiUrl(), times.replyWithin());
    this.files = new SlackFiles(settings.apiUrl(), tokens, times.replyWithin(), trouble);
    this.lanes = new SerialLanes(times.stopWithin());
    this.messenger =
        new SlackMessenger(slack, tokens, settings.apiUrl(), times.retryFor(), pause, trouble);
    this.door =
        new SlackDoor(
            tokens, members, outsiders, messenger, new SerialLanes(times.stopWithin()), trouble);
    SlackDepartures departures = new SlackDepartures(tokens);
    SlackReplies replies =
        new SlackReplies(coach, messenger, new SlackUploads(slack, tokens, trouble));
    InTime inTime = new InTime(lanes, times.ackWithin());
    SlackCommand command = new SlackCommand(replies, inTime);
    SlackEvents events = new SlackEvents(replies, messenger, files, seen, lanes);
    SlackForms forms = new SlackForms(coach, messenger, seen, lanes, inTime);
    SlackButtons buttons = new SlackButtons(replies, forms, seen, lanes);
    this.bolt =
        new App(config(settings), List.of(door))
            .command("/coach", command::handle)
            .event(AppMentionEvent.class, events::mentioned)
            .event(MessageEvent.class, events::written)
            .event(MessageFileShareEvent.class, events::gave)
            .event(AppHomeOpenedEvent.class, events::opened)
            .event(AppUninstalledEvent.class, departures::uninstalled)
            .event(TokensRevokedEvent.class, departures::revoked)
            .blockAction(Pattern.compile(".*"), buttons::pressed)
            .viewSubmission(SlackModal.CALLBACK, forms::sent);
  }

  /** Tells somebody something in their own chat with the bot. */
  public void tell(Address to, Message message) {
    messenger.send(Destination.Channel.directlyTo(to), message);
  }

  /** Finishes what was acknowledged, for a bounded time. To be called once no request comes in. */
  @Override
  public void close() {
    door.close();
    lanes.close();
    bolt.stop();
    files.close();
    members.close();
    SlackHttp.close(slack);
  }

  App bolt() {
    return bolt;
  }

  /**
   * No middleware of Bolt's: its authorisation asks Slack at the start, or each time, and the guard
   * is stricter.
   */
  private AppConfig config(Settings.Slack settings) {
    return AppConfig.builder()
        .slack(slack)
        .signingSecret(settings.signingSecret())
        .allEventsApiAutoAckEnabled(true)
        .build();
  }
}
