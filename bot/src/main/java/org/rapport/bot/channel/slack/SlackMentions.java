package org.rapport.bot.channel.slack;

import java.util.List;
import java.util.regex.Pattern;
import org.rapport.bot.channel.Address;

/** The people whom a text in Slack's markup mentions. */
final class SlackMentions {
  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{1,30})(?:\\|[^<>]*)?>");
  private static final int MOST = 10;

  private SlackMentions() {}

  /** In their order; taken to be of the team that the text is from. */
  static List<Address> in(String typed, String team) {
    return MENTION
        .matcher(typed)
        .results()
        .limit(MOST)
        .map(found -> new Address(Address.Kind.SLACK, team, found.group(1)))
        .toList();
  }
}
