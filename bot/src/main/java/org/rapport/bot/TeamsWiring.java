package org.rapport.bot;

import java.time.Duration;
import java.util.List;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.SeenEvents;
import org.rapport.bot.channel.teams.TeamsChannel;
import org.rapport.bot.conversation.Responder;
import org.rapport.bot.delivery.AddressEnds;
import org.rapport.bot.delivery.Outlet;
import org.rapport.bot.delivery.Pace;
import org.rapport.bot.http.Route;
import org.rapport.bot.http.Route.Reach;
import org.rapport.bot.inbox.Inbox;

/** Connects Teams, if it is set. */
final class TeamsWiring {
  private TeamsWiring() {}

  /** What the Bot Framework reaches. */
  static List<Route> routes(
      Foundation base,
      Responder coach,
      SeenEvents seen,
      Inbox inbox,
      ChannelNotices notices,
      ChannelRosters rosters,
      SendingWiring sending) {
    return base.settings().teams().stream()
        .map(teams -> connect(base, teams, coach, seen, inbox, notices, rosters, sending))
        .toList();
  }

  private static Route connect(
      Foundation base,
      Settings.Teams teams,
      Responder coach,
      SeenEvents seen,
      Inbox inbox,
      ChannelNotices notices,
      ChannelRosters rosters,
      SendingWiring sending) {
    TeamsChannel channel =
        base.parts()
            .add(
                new TeamsChannel(
                    base.settings(),
                    teams,
                    coach,
                    seen,
                    inbox,
                    new AddressEnds(base.store(), base.clock()),
                    base.store(),
                    base.keys()::macs,
                    base.wording(),
                    base.meters(),
                    base.clock()));
    base.chores().every(Duration.ofHours(1), "tidying up after Teams", channel::tidy);
    notices.add(Address.Kind.TEAMS, channel.notices(), channel.names());
    rosters.add(Address.Kind.TEAMS, channel.rosters());
    sending.add(Address.Kind.TEAMS, new Outlet(channel.delivery(), Pace.TEAMS));
    Reach reach = teams.appId().isEmpty() ? Reach.THIS_MACHINE : Reach.PUBLIC;
    return Route.post(TeamsChannel.PATH, reach, channel.servlet(), channel.guard());
  }
}
