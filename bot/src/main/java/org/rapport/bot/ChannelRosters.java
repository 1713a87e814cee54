package org.rapport.bot;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Circle;
import org.rapport.bot.channel.Listing;
import org.rapport.bot.channel.Rosters;

/** Asks each channel for its own groups. Channels are added once they are there. */
public final class ChannelRosters implements Rosters {
  private final Map<Address.Kind, Rosters> channels = new EnumMap<>(Address.Kind.class);

  /** Has the groups of a channel listed by it. */
  public synchronized void add(Address.Kind channel, Rosters rosters) {
    channels.put(channel, rosters);
  }

  @Override
  public Listing list(Circle circle, Duration within) {
    return channel(circle.channel()).list(circle, within);
  }

  private synchronized Rosters channel(Address.Kind kind) {
    return channels.getOrDefault(
        kind, (circle, within) -> new Listing.Unlisted("channel_not_connected"));
  }
}
