package org.rapport.bot.channel.slack;

import java.time.Instant;
import java.util.Optional;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.message.Message;

/** Tells people something in Slack: in their own chat with the bot, or in a channel. */
final class SlackNotices implements Notices {
  private final SlackMessenger messenger;

  SlackNotices(SlackMessenger messenger) {
    this.messenger = messenger;
  }

  @Override
  public void tell(Address to, Message message) {
    messenger.send(Destination.Channel.directlyTo(to), message);
  }

  /** A direct message is no place for several people, whoever typed there. */
  @Override
  public SendResult post(Place where, Message message, String id) {
    String channel = channel(where);
    if (!where.isChat() && SlackReplies.isDirectMessage(channel)) {
      return new SendResult.Refused("direct_message");
    }
    return messenger.post(
        new Destination.Channel(where.workspace(), channel, Optional.empty()), message, id);
  }

  @Override
  public Sighting find(Place where, String id, Instant since) {
    return where.isChat()
        ? messenger.find(where.reader(), id, since)
        : messenger.find(where.workspace(), channel(where), id, since);
  }

  /** A conversation is a channel, or a channel and the thread in it. */
  private static String channel(Place where) {
    return where.id().split(":", 2)[0];
  }

  @Override
  public SendResult update(Place where, String reference, Message message) {
    return SlackPosted.read(reference)
        .map(posted -> messenger.update(where.workspace(), posted, message))
        .orElse(new SendResult.Refused("no_reference"));
  }
}
