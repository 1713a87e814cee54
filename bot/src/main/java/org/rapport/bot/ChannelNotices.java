package org.rapport.bot;

import java.util.EnumMap;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Notices;
import org.rapport.bot.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads each notice to its channel. Channels are added once they are there: they need the coach.
 */
public final class ChannelNotices implements Notices {
  private static final Logger log = LoggerFactory.getLogger(ChannelNotices.class);

  private final Map<Address.Kind, Notices> channels = new EnumMap<>(Address.Kind.class);

  /** Has all notices to addresses of a channel told by it. */
  public synchronized void add(Address.Kind channel, Notices notices) {
    channels.put(channel, notices);
  }

  @Override
  public void tell(Address to, Message message) {
    Notices channel = channel(to.channel());
    channel.tell(to, message);
  }

  private synchronized Notices channel(Address.Kind kind) {
    return channels.getOrDefault(
        kind, (to, message) -> log.info("Nobody can be told anything unasked on {}", kind.id()));
  }
}
