package org.rapport.bot.channel.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.AssistantThreadContextChangedEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.rapport.bot.Settings;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.SerialLanes;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.conversation.Names;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.conversation.Wording;
import org.rapport.bot.inbox.Inbox;

/**
 * The Slack app, in one workspace or many. Nothing is asked of Slack at the start, so that it may
 * be out of reach then: {@link SlackGuard} tells whose a request is, and each event names the bot.
 */
public final class SlackApp implements AutoCloseable {
  private final Slack slack;
  private final SlackMembers members;
  private final SlackNames names;
  private final SlackFiles files;
  private final SlackThreads threads;
  private final SlackReception reception;
  private final SerialLanes lanes;
  private final SlackMessenger messenger;
  private final App bolt;

  /**
   * @param tokens what to speak with in each workspace
   * @param letInBefore knows whom Rapport let in at any time
   * @param coach says what to reply
   * @param outsiders what those are told whom the coach does not serve
   * @param interrupted what is told after a restart
   * @param wording for what only Slack has
   * @param seen what was delivered before
   * @param inbox keeps what is acknowledged
   * @param panes of the assistant
   * @param metrics counts what Slack did not take
   */
  public SlackApp(
      Settings.Slack settings,
      SlackTokens tokens,
      Predicate<Address> letInBefore,
      Responder coach,
      Outsiders outsiders,
      Interrupted interrupted,
      Wording wording,
      SeenEvents seen,
      Inbox inbox,
      AssistantThreads panes,
      MeterRegistry metrics) {
    this(
        settings,
        tokens,
        new SlackMembers(
            settings.apiUrl(),
            tokens,
            letInBefore,
            InstantSource.system(),
            new SlackTrouble(metrics)),
        coach,
        outsiders,
        interrupted,
        wording,
        seen,
        inbox,
        panes,
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
      Interrupted interrupted,
      Wording wording,
      SeenEvents seen,
      Inbox inbox,
      AssistantThreads panes,
      MeterRegistry metrics,
      SlackTimes times,
      Pause pause) {
    SlackTrouble trouble = new SlackTrouble(metrics);
    this.members = members;
    this.names = new SlackNames(settings.apiUrl(), tokens, trouble);
    this.slack = SlackHttp.client(settings.apiUrl(), times.replyWithin());
    this.files = new SlackFiles(settings.apiUrl(), tokens, times.replyWithin(), trouble);
    this.lanes = new SerialLanes(times.stopWithin());
    this.threads = new SlackThreads(settings.apiUrl(), tokens, InstantSource.system(), trouble);
    ShareOffer offer = new ShareOffer(wording.words("share.title"));
    this.messenger =
        new SlackMessenger(
            slack, tokens, settings.apiUrl(), times.retryFor(), pause, trouble, offer);
    SlackDepartures departures = new SlackDepartures(tokens);
    SlackReplies replies =
        new SlackReplies(coach, messenger, new SlackUploads(slack, tokens, trouble));
    InTime inTime = new InTime(lanes, times.ackWithin());
    SlackCommand command = new SlackCommand(replies, lanes);
    SlackAssistant assistant = new SlackAssistant(replies, messenger, panes, seen, lanes);
    SlackViews views = new SlackViews(messenger, offer);
    SlackHome home = new SlackHome(coach, views);
    SlackEvents events =
        new SlackEvents(replies, messenger, files, home, assistant, threads, seen, lanes);
    SlackForms forms = new SlackForms(coach, replies, messenger, views, seen, lanes, inTime);
    SlackShare share = new SlackShare(coach, messenger, views, seen, inTime, wording);
    SlackViewButtons inViews = new SlackViewButtons(replies, forms, views, messenger, seen, lanes);
    SlackButtons buttons = new SlackButtons(replies, forms, inViews, share, panes, lanes);
    SlackShortcuts shortcuts = new SlackShortcuts(forms);
    this.reception =
        new SlackReception(
            tokens,
            new SlackDoor(tokens, members, outsiders, messenger, lanes, trouble),
            inbox,
            inTime,
            interrupted,
            messenger,
            new SerialLanes(times.stopWithin()),
            trouble);
    this.bolt =
        new App(config(settings), List.of(reception))
            .command("/coach", command::handle)
            .event(AppMentionEvent.class, events::mentioned)
            .event(MessageEvent.class, events::written)
            .event(MessageFileShareEvent.class, events::gave)
            .event(AppHomeOpenedEvent.class, events::opened)
            .event(AppUninstalledEvent.class, departures::uninstalled)
            .event(TokensRevokedEvent.class, departures::revoked)
            .blockAction(Pattern.compile(".*"), buttons::pressed)
            .event(AssistantThreadStartedEvent.class, assistant::started)
            .event(AssistantThreadContextChangedEvent.class, assistant::changed)
            .globalShortcut(SlackShortcuts.ASK, shortcuts::ask)
            .messageShortcut(SlackShortcuts.REPLY, shortcuts::reply)
            .viewSubmission(SlackModal.CALLBACK, forms::sent)
            .viewSubmission(SlackShare.CALLBACK, share::sent);
    inbox.resume(Address.Kind.SLACK, (ticket, kept) -> reception.resume(bolt, ticket, kept));
  }

  /** Tells people something where they did not just write. */
  public Notices notices() {
    return new SlackNotices(messenger);
  }

  /** What Slack's people are called. */
  public Names names() {
    return names;
  }

  /** Finishes what was acknowledged, for a bounded time. To be called once no request comes in. */
  @Override
  public void close() {
    reception.close();
    lanes.close();
    bolt.stop();
    files.close();
    members.close();
    names.close();
    threads.close();
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
