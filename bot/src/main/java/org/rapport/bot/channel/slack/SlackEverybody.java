package org.rapport.bot.channel.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Listing.Outsider;
import org.rapport.bot.channel.slack.SlackAsking.Unanswered;

/** Everybody in a workspace of Slack, with those who have left it. */
final class SlackEverybody {
  /** As many at a time as Slack gives (users.list). */
  private static final int PAGE = 1000;

  private static final int MOST_PAGES = 300;

  private final MethodsClient slack;
  private final SlackAsking asking;
  private final SlackTeam team;
  private final boolean gridWide;
  private final Set<Address> members = new HashSet<>();
  private final List<Outsider> outsiders = new ArrayList<>();

  SlackEverybody(MethodsClient slack, SlackAsking asking, SlackTeam team, boolean gridWide) {
    this.slack = slack;
    this.asking = asking;
    this.team = team;
    this.gridWide = gridWide;
  }

  Listing list() throws Unanswered {
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      UsersListResponse read = page(cursor);
      Optional.ofNullable(read.getMembers()).orElse(List.of()).stream()
          .limit(PAGE)
          .filter(user -> user != null && SlackPeople.isId(user.getId()))
          .forEach(this::add);
      String next =
          Optional.ofNullable(read.getResponseMetadata())
              .map(ResponseMetadata::getNextCursor)
              .orElse("");
      if (next.isEmpty()) {
        return new Listing.Listed(team.id(), members, outsiders, gridWide);
      }
      if (next.equals(cursor)) {
        return new Listing.Unlisted("endless");
      }
      cursor = next;
    }
    return new Listing.Unlisted("too_large");
  }

  private UsersListResponse page(String cursor) throws Unanswered {
    return asking.answer(() ->
        slack.usersList(request -> {
          request.limit(PAGE).cursor(cursor);
          return gridWide ? request.teamId(team.id()) : request;
        }));
  }

  private void add(User user) {
    switch (Seen.of(user.getId(), user, team, gridWide)) {
      case Seen.Member member -> members.add(member.address());
      case Seen.Other other ->
          outsiders.add(
              new Outsider(new Address(Address.Kind.SLACK, team.id(), user.getId()), other.why()));
    }
  }
}
