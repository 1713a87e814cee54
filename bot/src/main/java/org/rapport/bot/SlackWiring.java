package org.rapport.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rapport.bot.Settings.SlackAccess;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.slack.AssistantThreads;
import org.rapport.bot.channel.slack.OneToken;
import org.rapport.bot.channel.slack.SlackApp;
import org.rapport.bot.channel.slack.SlackChannel;
import org.rapport.bot.channel.slack.SlackGuard;
import org.rapport.bot.channel.slack.SlackRemoval;
import org.rapport.bot.channel.slack.SlackRosters;
import org.rapport.bot.channel.slack.SlackServlet;
import org.rapport.bot.channel.slack.SlackSocket;
import org.rapport.bot.channel.slack.SlackTokens;
import org.rapport.bot.channel.slack.SlackTrouble;
import org.rapport.bot.channel.slack.install.SlackInstalls;
import org.rapport.bot.conversation.Interrupted;
import org.rapport.bot.conversation.Outsiders;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Pace;
import org.rapport.bot.http.Pages;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.inbox.Inbox;
import org.rapport.bot.people.People;

/** Connects Slack, if it is set. */
final class SlackWiring {
  private final Foundation base;
  private final Pages pages;
  private final List<Route> routes = new ArrayList<>();

  private SlackWiring(Foundation base, Pages pages) {
    this.base = base;
    this.pages = pages;
  }

  /** What Slack and those who install the app reach. */
  static List<Route> routes(
      Foundation base,
      Pages pages,
      Responder coach,
      People people,
      SeenEvents seen,
      Inbox inbox,
      ChannelNotices notices,
      ChannelRosters rosters,
      SendingWiring sending) {
    SlackWiring wiring = new SlackWiring(base, pages);
    base.settings()
        .slack()
        .ifPresent(
            slack -> wiring.connect(slack, coach, people, seen, inbox, notices, rosters, sending));
    return wiring.routes;
  }

  private void connect(
      Settings.Slack slack,
      Responder coach,
      People people,
      SeenEvents seen,
      Inbox inbox,
      ChannelNotices notices,
      ChannelRosters rosters,
      SendingWiring sending) {
    SlackTokens tokens = tokens(slack);
    AssistantThreads panes = new AssistantThreads(base.store(), base.clock());
    SlackApp app =
        base.parts()
            .add(
                new SlackApp(
                    slack,
                    tokens,
                    people::knows,
                    coach,
                    new Outsiders(base.wording()),
                    new Interrupted(base.wording()),
                    base.wording(),
                    seen,
                    inbox,
                    panes,
                    base.meters()));
    base.chores().every(Duration.ofHours(1), "forgetting old panes", panes::forgetOld);
    notices.add(Address.Kind.SLACK, app.notices(), app.names());
    SlackChannel channel =
        base.parts().add(new SlackChannel(slack.apiUrl(), tokens, base.meters()));
    sending.add(Address.Kind.SLACK, new Outlet(channel, Pace.SLACK));
    SlackTrouble trouble = new SlackTrouble(base.meters());
    rosters.add(
        Address.Kind.SLACK,
        base.parts().add(new SlackRosters(slack.apiUrl(), tokens, trouble, base.clock())));
    slack.appToken().ifPresentOrElse(token -> listen(slack, token, app), () -> serve(slack, app));
  }

  private void serve(Settings.Slack slack, SlackApp app) {
    SlackGuard guard = new SlackGuard(slack.signingSecret(), base.clock());
    routes.add(Route.post("/slack/events", Reach.PUBLIC, new SlackServlet(app), guard));
  }

  /** Socket Mode: nothing is to reach this server. */
  private void listen(Settings.Slack slack, String token, SlackApp app) {
    SlackTrouble trouble = new SlackTrouble(base.meters());
    base.parts().add(new SlackSocket(slack, token, app, base.clock(), trouble));
  }

  private SlackTokens tokens(Settings.Slack slack) {
    return switch (slack.access()) {
      case SlackAccess.OneWorkspace one -> oneToken(one.botToken());
      case SlackAccess.Installs many -> installs(slack, many).tokens();
    };
  }

  private OneToken oneToken(String token) {
    AddressEnds ends = ends();
    ends.installed(Address.Kind.SLACK);
    return new OneToken(
        token, workspace -> base.store().run(handle -> SlackRemoval.of(handle, ends, workspace)));
  }

  private AddressEnds ends() {
    return new AddressEnds(base.store(), base.clock());
  }

  private SlackInstalls installs(Settings.Slack slack, SlackAccess.Installs many) {
    SlackInstalls installs =
        base.parts()
            .add(
                new SlackInstalls(
                    slack,
                    many,
                    base.settings().publicUrl(),
                    base.store(),
                    base.keys(),
                    ends(),
                    base.clock(),
                    base.meters()));
    routes.addAll(installs.routes(pages));
    base.chores().every(Duration.ofMinutes(5), "renewing tokens", installs::refreshTokens);
    base.chores().every(Duration.ofHours(1), "tidying installs", installs::tidy);
    return installs;
  }
}
