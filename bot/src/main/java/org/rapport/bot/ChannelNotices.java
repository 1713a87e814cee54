package org.rapport.bot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Place;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.conversation.Names;
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
  private final ChannelNames names;

  public ChannelNotices(InstantSource clock) {
    this.names = new ChannelNames(clock);
  }

  /** Has all notices to addresses of a channel told by it, and its people named by it. */
  public synchronized void add(Address.Kind channel, Notices notices, Names called) {
    channels.put(channel, notices);
    names.add(channel, called);
  }

  /** What people of the channels are called. */
  public Names names() {
    return names;
  }

  @Override
  public void tell(Address to, Message message) {
    Notices channel = channel(to.channel());
    channel.tell(to, message);
  }

  @Override
  public SendResult post(Place where, Message message, String id) {
    return channel(where.channel()).post(where, message, id);
  }

  @Override
  public Sighting find(Place where, String id, Instant since) {
    return channel(where.channel()).find(where, id, since);
  }

  @Override
  public SendResult update(Place where, String reference, Message message) {
    return channel(where.channel()).update(where, reference, message);
  }

  private synchronized Notices channel(Address.Kind kind) {
    return channels.getOrDefault(
        kind, (to, message) -> log.info("Nobody can be told anything unasked on {}", kind.id()));
  }
}
