package org.rapport.bot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapport.bot.channel.Address;
import org.rapport.bot.conversation.Names;

/**
 * Asks each person's channel what they are called, and remembers it for a while, in memory alone.
 * Channels are added once they are there.
 */
final class ChannelNames implements Names {
  private static final Duration REMEMBERED_FOR = Duration.ofHours(1);

  /** Whoever has no name now may have one soon. */
  private static final Duration UNKNOWN_FOR = Duration.ofMinutes(1);

  private static final int MOST_REMEMBERED = 5_000;

  private final Map<Address.Kind, Names> channels = new EnumMap<>(Address.Kind.class);
  private final Map<Address, Told> told = new ConcurrentHashMap<>();
  private final InstantSource clock;

  ChannelNames(InstantSource clock) {
    this.clock = clock;
  }

  private record Told(Optional<String> name, Instant until) {}

  /** Has people of a channel named by it. */
  synchronized void add(Address.Kind channel, Names names) {
    channels.put(channel, names);
  }

  @Override
  public Optional<String> of(Address who) {
    Instant now = clock.instant();
    Told known = told.get(who);
    if (known != null && now.isBefore(known.until())) {
      return known.name();
    }
    Optional<String> name = channel(who.channel()).of(who).filter(it -> !it.isBlank());
    if (told.size() >= MOST_REMEMBERED) {
      told.clear();
    }
    told.put(who, new Told(name, now.plus(name.isPresent() ? REMEMBERED_FOR : UNKNOWN_FOR)));
    return name;
  }

  private synchronized Names channel(Address.Kind kind) {
    return channels.getOrDefault(kind, _ -> Optional.empty());
  }
}
