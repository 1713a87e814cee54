package org.rapport.bot.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.bot.channel.Address;
import org.rapport.bot.channel.Channel;
import org.rapport.bot.channel.SendResult;
import org.rapport.bot.channel.Sighting;
import org.rapport.bot.message.Message;

/** A channel in this process that looks at every nudge. */
final class YearWatch implements Channel {
  private final Map<Address, YearLeader> leaders;
  private final InstantSource clock;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Set<String> deliveries = ConcurrentHashMap.newKeySet();
  private final AtomicInteger sent = new AtomicInteger();

  YearWatch(Map<Address, YearLeader> leaders, InstantSource clock) {
    this.leaders = leaders;
    this.clock = clock;
  }

  @Override
  public SendResult send(Address to, Message message, String deliveryId) {
    Instant now = clock.instant();
    sent.incrementAndGet();
    if (!deliveries.add(deliveryId)) {
      wrong.add(to.user() + " at " + now + ": twice");
    }
    wrong.addAll(Objects.requireNonNull(leaders.get(to)).take(now));
    return new SendResult.Sent(deliveryId);
  }

  @Override
  public Sighting find(Address to, String deliveryId, Instant since) {
    return deliveries.contains(deliveryId)
        ? new Sighting.Seen(deliveryId)
        : new Sighting.NotThere();
  }

  int sent() {
    return sent.get();
  }

  /** What was wrong with nudges, a line each. */
  Collection<String> wrong() {
    return List.copyOf(wrong);
  }
}
