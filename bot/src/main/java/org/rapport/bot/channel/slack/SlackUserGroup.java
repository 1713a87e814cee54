package org.rapport.bot.channel.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.model.User;
import com.slack.api.model.Usergroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.Listing.Why;
import org.rapport.bot.channel.slack.SlackAsking.Unanswered;

/** The people of a user group in Slack, each looked at: a group can have guests and bots in it. */
final class SlackUserGroup {
  /** About as many as Slack lets us look at in an hour (users.info: over 100 a minute). */
  private static final int MOST_PEOPLE = 5000;

  private static final String SLACKBOT = "USLACKBOT";

  private final MethodsClient slack;
  private final SlackAsking asking;
  private final SlackTeam team;
  private final boolean gridWide;

  SlackUserGroup(MethodsClient slack, SlackAsking asking, SlackTeam team, boolean gridWide) {
    this.slack = slack;
    this.asking = asking;
    this.team = team;
    this.gridWide = gridWide;
  }

  /**
   * @param named its id, or its handle with an {@code @}
   */
  Listing list(String named) throws Unanswered {
    Optional<Usergroup> group = groups().stream().filter(each -> isCalled(each, named)).findFirst();
    if (group.isEmpty()) {
      return new Listing.Unlisted("no_such_group");
    }
    String id = String.valueOf(group.get().getId());
    List<String> users = members(id).stream().filter(SlackPeople::isId).distinct().toList();
    return users.size() > MOST_PEOPLE
        ? new Listing.Unlisted("too_large")
        : examined(Optional.ofNullable(group.get().getHandle()).orElse(id), users);
  }

  private List<Usergroup> groups() throws Unanswered {
    return orEmpty(
        asking
            .answer(() ->
                slack.usergroupsList(request -> gridWide ? request.teamId(team.id()) : request))
            .getUsergroups());
  }

  private List<String> members(String group) throws Unanswered {
    return orEmpty(
        asking
            .answer(() ->
                slack.usergroupsUsersList(request ->
                    gridWide
                        ? request.usergroup(group).teamId(team.id())
                        : request.usergroup(group)))
            .getUsers());
  }

  private Listing examined(String name, List<String> users) {
    Set<Address> members = new LinkedHashSet<>();
    List<Outsider> outsiders = new ArrayList<>();
    for (String user : users) {
      switch (looked(user)) {
        case Seen.Member member -> members.add(member.address());
        case Seen.Other other -> outsiders.add(new Outsider(address(team.id(), user), other.why()));
      }
    }
    return new Listing.Listed(name, members, outsiders, gridWide);
  }

  /** One of whom Slack does not tell holds up nobody else. */
  private Seen looked(String id) {
    if (id.equals(SLACKBOT)) {
      return new Seen.Other(Why.BOT);
    }
    try {
      User user = asking.answer(() -> slack.usersInfo(request -> request.user(id))).getUser();
      return user == null ? new Seen.Other(Why.UNKNOWN) : Seen.of(id, user, team, gridWide);
    } catch (Unanswered unanswered) {
      return new Seen.Other(Why.UNKNOWN);
    }
  }

  private static Address address(String workspace, String user) {
    return new Address(Address.Kind.SLACK, workspace, user);
  }

  private static boolean isCalled(Usergroup group, String named) {
    return named.startsWith("@")
        ? named.substring(1).toLowerCase(Locale.ROOT).equals(group.getHandle())
        : named.equals(group.getId());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> given) {
    return Optional.ofNullable(given).orElse(List.of()).stream()
        .filter(each -> each != null)
        .toList();
  }
}
