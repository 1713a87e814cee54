package org.rapport.bot.channel.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.model.ResponseMetadata;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.slack.SlackAsking.Unanswered;

/** The members of a channel in Slack, as they are listed: nobody is looked at. */
final class SlackChannelMembers {
  /** As many at a time as Slack gives (conversations.members). */
  private static final int PAGE = 1000;

  private static final int MOST_PAGES = 200;

  private final MethodsClient slack;
  private final SlackAsking asking;
  private final SlackTeam team;
  private final boolean gridWide;

  SlackChannelMembers(MethodsClient slack, SlackAsking asking, SlackTeam team, boolean gridWide) {
    this.slack = slack;
    this.asking = asking;
    this.team = team;
    this.gridWide = gridWide;
  }

  Listing list(String channel) throws Unanswered {
    Set<Address> members = new HashSet<>();
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      ConversationsMembersResponse read = page(channel, cursor);
      Optional.ofNullable(read.getMembers()).orElse(List.of()).stream()
          .filter(SlackPeople::isId)
          .limit(PAGE)
          .map(user -> new Address(Address.Kind.SLACK, team.id(), user))
          .forEach(members::add);
      String next = next(read);
      if (next.isEmpty()) {
        return new Listing.Listed(channel, members, List.of(), gridWide);
      }
      if (next.equals(cursor)) {
        return new Listing.Unlisted("endless");
      }
      cursor = next;
    }
    return new Listing.Unlisted("too_large");
  }

  private ConversationsMembersResponse page(String channel, String cursor) throws Unanswered {
    return asking.answer(() ->
        slack.conversationsMembers(request -> request.channel(channel).limit(PAGE).cursor(cursor)));
  }

  private static String next(ConversationsMembersResponse read) {
    return Optional.ofNullable(read.getResponseMetadata())
        .map(ResponseMetadata::getNextCursor)
        .orElse("");
  }
}
